home = Accueil
ceci n’est pas une ligne
