home = Début
