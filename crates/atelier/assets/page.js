/*! Contains the packages of licences.txt. */
import{Notice as o}from"./app.js";import{jsx as t}from"./app.js";function e({path:i}){return t(o,{kind:"plain",children:i})}export{e as PageView};
