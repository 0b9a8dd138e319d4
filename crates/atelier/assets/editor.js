/*! Contains the packages of licences.txt. */
