### Ce que disent le cadre de l’atelier, la liste des pages, la publication et le comptoir.

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
gone = guichet ne répond plus : s’il a été fermé, rouvrez-le. Ce que vous écrivez est gardé ici.
broken = Cette page de l’atelier s’est arrêtée sur une erreur. Ce que vous avez écrit est gardé.
broken-reload = Recharger
failed = guichet n’a pas pu répondre (erreur { $status }). Réessayez.
size-bytes = { $count ->
    [one] { $count } octet
   *[other] { $count } octets
}
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
nav-print = Imprimer
drag = Glisser pour déplacer
cancel = Annuler
and-more = { $count ->
    [one] … et une autre
   *[other] … et { $count } autres
}
show-all = Tout montrer ({ $count })

## La liste des pages

desk-title = Pages
desk-new = Nouvelle page
today = { $count ->
    [one] À faire aujourd’hui : une chose
   *[other] À faire aujourd’hui : { $count } choses
}
today-nothing = Rien de pressé aujourd’hui.
search = Chercher une page
filter-kind = Sorte
filter-all-kinds = Toutes
filter-section = Rubrique
filter-all-sections = Toutes
sort = Ordre
sort-title = Par titre
sort-review = Par date à revoir
sort-path = Par dossier
filter-state = État des pages
filter-all = Toutes : { $count }
filter-errors = Avec erreurs : { $count }
filter-warnings = Avec avertissements : { $count }
filter-overdue = À revoir : { $count }
filter-draft = Brouillons : { $count }
filter-changed = Modifiées : { $count }
filter-none = Montrer toutes les pages
found = { $count ->
    [0] Aucune page ne correspond.
    [one] Une page
   *[other] { $count } pages
}
found-part = Pages { $from } à { $to }, sur { $total }
column-title = Titre
column-place = Sorte et rubrique
column-state = État
column-review = Vérification
column-keeper = Responsable
column-actions = Actions
choose-all = Choisir toutes les pages de cette liste
choose = Choisir « { $title } »
no-keeper = personne
actions = Actions
actions-of = Actions pour « { $title } »
state-errors = { $count ->
    [one] 1 erreur
   *[other] { $count } erreurs
}
state-warnings = { $count ->
    [one] 1 avertissement
   *[other] { $count } avertissements
}
state-draft = Brouillon
state-changed = Modifiée depuis la publication
state-published = Publiée
never-reviewed = jamais vérifiée
due-since = À revoir depuis le { $day }
due = à revoir le { $day }
reviewed = vérifiée le { $day }
pager = Suite de la liste
pager-back = Page précédente
pager-on = Page suivante
pager-at = Page
pager-of = sur { $pages }
chosen-title = Pages choisies
chosen = { $count ->
    [one] Une page choisie
   *[other] { $count } pages choisies
}
chosen-print = Imprimer leurs fiches
chosen-none = Ne plus choisir

## Une nouvelle page

new-title = Nouvelle page
new-kind = Quelle sorte de page ?
kind-guide = Explique une démarche : où aller, qui appeler, quels papiers apporter.
kind-article = Une nouvelle datée : une permanence, un changement d’horaires, une campagne.
kind-organization = Une mairie, une caisse, une permanence : son adresse, ses horaires, son téléphone.
kind-page = Tout le reste : l’aide, les contacts, une présentation.
new-name = Titre
new-name-help = Tel que les lecteurs le verront. Il pourra changer.
new-name-missing = Il faut un titre.
new-language = Langue
new-draft = La page commence comme brouillon : personne ne la voit avant que vous ne la publiiez.
new-make = Créer la page

## Ce que l’on fait d’une page

act-open = Ouvrir
act-open-help = Écrire, voir, enregistrer.
act-see = Voir comme les lecteurs
act-see-help = Dans un nouvel onglet.
act-print = Imprimer
act-print-help = Une fiche de cette page, seule ou avec d’autres.
act-copy = Dupliquer
act-copy-help = Une page semblable, sous un autre titre.
act-move = Renommer ou déplacer
act-move-help = Les liens suivent, et l’ancienne adresse mène encore à la page.
act-translate = Traduire
act-translate-help = Créer la page dans une autre langue, ou ouvrir sa traduction.
act-delete = Mettre à la corbeille
act-delete-help = Elle peut en revenir.
act-fixed = Cette page présente sa rubrique : elle ne peut être ni déplacée ni dupliquée.
copy-of = { $title } (copie)
copy-title = Titre de la nouvelle page
copy-make = Dupliquer
copied = « { $title } » est créée.
translate-title = Traduire « { $title } »
translate-there = Existe déjà : « { $title } ». L’ouvrir.
translate-new = Créer la page, avec les champs et le texte à traduire.
move-title = Renommer ou déplacer « { $title } »
move-name = Nom dans l’adresse
move-name-help = Sans espaces ni accents : « Carte d’identité » devient « carte-d-identite ». Le titre de la page ne change pas.
move-name-missing = Il faut un nom.
move-same = Changez le nom ou la rubrique : ce qui en découle se montre ici.
move-former = L’ancienne adresse, { $address }, mènera encore à la page.
move-files = { $count ->
    [0] Aucune autre page n’est touchée.
    [one] Les liens d’une autre page seront mis à jour :
   *[other] Les liens de { $count } autres pages seront mis à jour :
}
move-do = Renommer
moved = « { $title } » a une nouvelle adresse ; l’ancienne y mène encore.
delete-title = { $count ->
    [one] Mettre « { $title } » à la corbeille
   *[other] Mettre { $count } pages à la corbeille
}
delete-help = { $count ->
    [one] La page quittera le site à la prochaine publication. Vous pourrez la reprendre dans la corbeille.
   *[other] Ces pages quitteront le site à la prochaine publication. Vous pourrez les reprendre dans la corbeille.
}
delete-linked = { $count ->
    [one] Une page ou un réglage nomme ce que vous supprimez, et ne mènera plus nulle part :
   *[other] { $count } pages ou réglages nomment ce que vous supprimez, et ne mèneront plus nulle part :
}
delete-do = Mettre à la corbeille
deleted = { $count ->
    [one] « { $title } » est dans la corbeille.
   *[other] { $count } pages sont dans la corbeille.
}
deleted-see = Voir la corbeille

## La corbeille

bin-help = Les pages retirées du site restent ici jusqu’à ce que vous vidiez la corbeille.
bin-nothing = La corbeille est vide.
bin-empty = Vider la corbeille
bin-when = Retirée le { $moment } · { $path }
restore = Reprendre
restore-one = Reprendre « { $title } »
restored = « { $title } » est de nouveau dans le site.
restored-open = L’ouvrir
empty-title = { $count ->
    [one] Effacer pour toujours la page de la corbeille ?
   *[other] Effacer pour toujours les { $count } pages de la corbeille ?
}
empty-help = Elles ne pourront plus être reprises.
empty-do = Effacer pour toujours
emptied = La corbeille est vide.

## Publier

publish-title = Publier
publish-comparing = Comparaison avec ce qui est publié…
publish-new = { $count ->
    [one] 1 nouvelle page
   *[other] { $count } nouvelles pages
}
publish-changed = { $count ->
    [one] 1 page modifiée
   *[other] { $count } pages modifiées
}
publish-gone = { $count ->
    [one] 1 page retirée
   *[other] { $count } pages retirées
}
publish-sheets = { $count ->
    [one] 1 fiche change
   *[other] { $count } fiches changent
}
publish-sheets-help = Celles qui sont déjà imprimées sont à remplacer.
publish-and = {", "}
publish-summary = Ce qui change pour les lecteurs : { $parts }.
publish-unsent = La dernière publication n’est pas arrivée chez l’hébergeur ({ $target }) : publiez de nouveau, l’envoi reprendra là où il s’est arrêté.
publish-nothing = Rien ne change pour les lecteurs : ce qui est publié est à jour.
publish-target = Le site est publié ici : { $target }
publish-warnings = { $count ->
    [one] Un avertissement n’empêche pas de publier.
   *[other] { $count } avertissements n’empêchent pas de publier.
}
publish-warnings-see = Voir les pages
publish-drafts = { $count ->
    [one] Un brouillon n’est pas publié : dans sa page, mettez « Brouillon » à « Non » pour qu’il le soit.
   *[other] { $count } brouillons ne sont pas publiés : dans une page, mettez « Brouillon » à « Non » pour qu’elle le soit.
}
publish-drafts-see = Voir les brouillons
publish-do = Publier
publish-password-label = Mot de passe chez l’hébergeur (il n’est gardé nulle part)
publish-again = Publier de nouveau
publishing = Publication…
published = Le site est publié : { $target }
published-summary = Ce qui a changé pour les lecteurs : { $parts }.
published-short = Le site est publié.
publish-errors = { $count ->
    [one] Une erreur empêche de publier :
   *[other] { $count } erreurs empêchent de publier :
}
publish-errors-all = Voir toutes les pages avec erreurs
sheet-new = { $format } (nouvelle)
sheet-changed = { $format } (modifiée)
sheet-gone = { $format } (retirée)

## Imprimer, et le comptoir

print-title = Imprimer des fiches
print-cannot = Ce guichet a été installé sans ce qui imprime les fiches.
print-preparing = Préparation de l’impression…
print-do = Imprimer
print-tab = Ouvrir dans un onglet
print-own = Ce navigateur imprime depuis la fiche elle-même : utilisez le bouton de l’imprimante, au-dessus d’elle.
print-no-viewer = Ce navigateur ne montre pas les fiches : ouvrez-les dans un autre programme pour les imprimer.
print-one = { $title } ({ $format })
print-label = Ajouter une fiche : cherchez sa page
print-hint = Choisissez un format pour l’ajouter.
pile = { $count ->
    [0] À imprimer
    [one] À imprimer : une fiche
   *[other] À imprimer : { $count } fiches
}
pile-nothing = Cherchez une page ci-dessous, ou choisissez-en plusieurs dans la liste des pages.
pile-without = { $count ->
    [one] Cette page n’a pas de fiche : { $titles }.
   *[other] Ces pages n’ont pas de fiche : { $titles }.
}
pile-format = Format de « { $title } »
pile-language = { $title } ({ $language })
pile-remove = Retirer
pile-remove-one = Retirer « { $title } »
pile-print = Tout imprimer
pile-empty = Tout retirer
piled = Ajoutée : { $title }, { $format }.
counter-several = Imprimer plusieurs fiches
counter-label = Que cherche la personne ?
counter-letters = Tapez au moins trois lettres du titre : « log », « cart », « pacs ».
counter-nothing = Aucune fiche pour « { $q } ».
counter-found = { $count ->
    [0] Aucune page.
    [one] Une page.
   *[other] { $count } pages.
}
counter-hint = Entrée imprime la première fiche ; les flèches mènent aux autres.
counter-no-sheets = Cette page n’a pas de fiche.
sheets-of = { $title } ({ $language })

## Un premier site

start-title = Bienvenue
start-help = Une réponse suffit, et votre site est prêt à être rempli. Tout pourra changer ensuite dans les réglages.
start-publisher = Qui publie ce site ?
start-publisher-missing = Il faut un nom.
start-make = Créer le site
desk-checking = (contrôle en cours…)
desk-check-failed = (guichet s’est trompé pendant le contrôle : le message est dans la fenêtre où l’atelier a été lancé)
today-unsaved = « { $name } » a des changements qui ne sont pas enregistrés
state-unsaved = Pas enregistrée
state-unseen = Pas encore publiée
kind-other-legal = Mentions légales
kind-other-local = Note locale
kind-other-words = Glossaire
kind-other = Autre fichier
act-other = Ce fichier complète d’autres pages : il ne peut être ni déplacé ni dupliqué ici.
move-file = Nouveau nom du fichier : { $path }
move-more = { $count ->
    [one] Un autre fichier déménage avec elle.
   *[other] { $count } autres fichiers déménagent avec elle.
}
move-unsaved = Enregistrez d’abord, dans la fenêtre où ils sont ouverts, les changements de :
move-left = { $count ->
    [one] Un lien est à changer à la main, dans :
   *[other] Des liens sont à changer à la main, dans { $count } fichiers :
}
counter-more = Autres formats
counter-more-of = Autres formats de « { $title } »
pile-duplex = Recto verso : aucune fiche ne commence au dos d’une autre
start-publisher-help = Par exemple : Mairie de Saint-Martin, CCAS de Saint-Martin, Union locale de Saint-Martin
start-place = Commune
start-place-help = Celle des lecteurs, si le nom ne la dit pas.
start-phone = Téléphone
start-phone-help = Celui que les lecteurs appelleront.
