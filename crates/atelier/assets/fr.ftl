skip = Aller au contenu
nav = Atelier
nav-pages = Pages
nav-settings = Réglages
nav-counter = Comptoir
nav-publish = Publier
nav-bin = Corbeille
close = Fermer
waiting = Un instant…
again = Réessayer
unreachable = guichet ne répond pas. S’il a été fermé, rouvrez-le : rien de ce que vous avez écrit n’est perdu.
size-bytes = { $count ->
    [one] { $count } octet
   *[other] { $count } octets
}
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo


