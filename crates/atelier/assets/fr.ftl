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
editor-toolbar = Mise en forme
editor-description = Échap puis Tab sort du texte. Alt+F10 va à la barre de mise en forme, F1 montre l’aide, F8 va au prochain problème.
editor-heading = Titre
editor-subheading = Sous-titre
editor-bold = Gras
editor-italic = Italique
editor-bullets = Liste
editor-numbers = Numéros
editor-tasks = Cases à cocher
editor-link = Lien
editor-image = Image
editor-callout = Encadré
editor-callout-note = À noter
editor-callout-tip = À savoir
editor-callout-important = Important
editor-callout-warning = Attention
editor-more = Insérer
editor-card = Coordonnées d’un organisme
editor-table = Tableau
editor-word = Mot du glossaire
editor-footnote = Note de bas de page
editor-paste-text = Coller sans mise en forme
editor-undo = Annuler
editor-undo-nothing = Rien à annuler
editor-redo = Rétablir
editor-redo-nothing = Rien à rétablir
editor-find = Chercher
editor-insert = Insérer
editor-change = Changer
editor-retry = Réessayer
editor-found =
    { $count ->
        [0] Rien n’a été trouvé.
        [one] { $count } résultat : les flèches le choisissent.
       *[other] { $count } résultats : les flèches en choisissent un.
    }
editor-found-failed = L’atelier ne répond pas.
editor-chosen = Choisi : { $value }
editor-completions = Suggestions
editor-link-title = Insérer un lien
editor-link-change = Changer le lien
editor-link-remove = Enlever le lien
editor-link-to = Vers
editor-link-to-help = Tapez quelques lettres du titre d’une page ou du nom d’un fichier, ou collez une adresse.
editor-link-text = Texte du lien
editor-link-text-help = Ce qu’on lira : dites où il mène, plutôt que « cliquez ici ».
editor-link-needed = Choisissez une page dans la liste, ou collez une adresse.
editor-card-title = Insérer les coordonnées d’un organisme
editor-card-help = L’adresse, le téléphone et les horaires viennent de l’annuaire : ils resteront à jour dans cette page.
editor-card-which = Organisme
editor-card-needed = Choisissez un organisme dans la liste.
editor-word-title = Expliquer un mot
editor-word-help = Son explication, écrite une fois dans le glossaire, sera donnée à qui lit cette page. Les sigles du glossaire sont expliqués sans cela.
editor-word-which = Mot du glossaire
editor-word-text = Tel qu’il est écrit dans la phrase
editor-word-needed = Choisissez un mot dans la liste.
editor-table-title = Insérer un tableau
editor-table-help = Dans le tableau, Tab va à la case suivante et Entrée à celle du dessous.
editor-table-columns = Colonnes
editor-table-rows = Lignes
editor-table-rows-help = Sans compter celle des titres.
editor-table-wrong = Un nombre de 1 à { $most }.
editor-table-heading = Titre { $column }
editor-table-bar = Tableau
editor-row = Ligne
editor-row-below = Ajouter une ligne dessous
editor-row-above = Ajouter une ligne dessus
editor-row-remove = Enlever la ligne
editor-column = Colonne
editor-column-before = Ajouter une colonne avant
editor-column-after = Ajouter une colonne après
editor-column-remove = Enlever la colonne
editor-align = Aligner
editor-align-left = À gauche
editor-align-center = Au milieu
editor-align-right = À droite (nombres)
editor-tidy = Ranger les colonnes
editor-image-title = Insérer une image
editor-image-file = Un fichier de cet ordinateur
editor-image-file-help = Photo ou dessin. Il sera allégé pour le site ; l’original n’est pas publié.
editor-image-site = Ou une image qui est déjà dans le site
editor-image-needed = Choisissez un fichier ou une image du site.
editor-image-alt = Ce qu’on y voit
editor-image-alt-help = En une phrase, ce qui compte ici : pour qui ne voit pas l’image, ou quand elle n’arrive pas.
editor-image-alt-needed = Dites ce que l’image montre, ou cochez la case dessous si elle n’apprend rien.
editor-image-decorative = Image décorative : elle n’apprend rien
editor-image-decorative-help = Elle pèse sans aider : le contrôle du site proposera de l’enlever.
editor-image-caption = Légende
editor-image-caption-help = Facultative. Tout le monde la lit, sur papier aussi : le lieu, l’auteur de la photo.
editor-image-shown = { $name }, telle qu’elle sera envoyée
editor-image-waiting = L’image arrive…
editor-sending = { $name } est en cours d’envoi.
editor-sending-share = Part qui est envoyée
editor-sending-failed = Le fichier n’a pas pu être envoyé.
editor-sent = { $name } est dans le site.
editor-file-refused = { $name } n’a pas été pris : seules les images et les PDF le sont.
editor-paste-keys = Ce navigateur ne laisse pas lire ce qui est copié. Dans le texte, Ctrl + Maj + V colle sans mise en forme.
editor-paste-plain = La mise en forme n’a pas pu être lue : le texte seul a été collé.
editor-tab-first = C’est le premier élément de la liste : rien au-dessus ne peut le contenir. Échap puis Tab sort du texte.
editor-problem = Problème
editor-error = Erreur :
editor-warning = Conseil :
editor-problem-mends =
    { $count ->
        [one] Alt+Entrée va à la correction.
       *[other] Alt+Entrée va aux { $count } corrections.
    }
editor-find-what = Chercher
editor-find-replace = Remplacer par
editor-find-next = Suivant
editor-find-previous = Précédent
editor-find-case = Majuscules exactes
editor-find-replace-one = Remplacer
editor-find-replace-all = Tout remplacer
editor-find-count =
    { $at ->
        [0] { $count ->
            [0] Rien
           *[other] { $count } en tout
        }
       *[other] { $at } sur { $count }
    }
editor-find-current = trouvé
editor-find-replaced = remplacés : $
editor-find-replaced-line = remplacé à la ligne $
editor-find-line = à la ligne
editor-control-character = Caractère invisible
editor-help = Aide
editor-help-keys = Au clavier
editor-help-marks = Ce que disent les signes
editor-help-marks-why = Les boutons écrivent ces signes dans le texte. On peut aussi les taper soi-même.
editor-help-enter = Commence un paragraphe ; dans une liste, l’élément suivant ; dans un tableau, la case du dessous
editor-help-break = Va à la ligne sans quitter le paragraphe : une adresse, par exemple
editor-help-tab = Dans une liste, met l’élément sous le précédent ; dans un tableau, va à la case suivante ; ailleurs, sort du texte
editor-help-leave = Sort toujours du texte
editor-help-bold = Gras, italique
editor-help-link = Lien
editor-help-undo = Annuler, rétablir
editor-help-find = Chercher et remplacer
editor-help-plain = Coller sans mise en forme
editor-help-problem = Va au prochain problème
editor-help-mend = Va aux corrections du problème
editor-help-toolbar = Va à la barre de mise en forme
editor-help-bracket = Un crochet et quelques lettres : propose un lien vers une page ou un mot du glossaire
editor-key-enter = Entrée
editor-key-shift-enter = Maj+Entrée
editor-key-tab = Tab
editor-key-escape-tab = Échap, Tab
editor-key-bold = Ctrl+B, Ctrl+I
editor-key-link = Ctrl+K
editor-key-undo = Ctrl+Z, Ctrl+Y
editor-key-find = Ctrl+F
editor-key-plain = Ctrl+Maj+V
editor-key-problem = F8
editor-key-mend = Alt+Entrée
editor-key-toolbar = Alt+F10
page-settings = Réglages du site
page-state-saved = Enregistré
page-state-changed = Modifié, pas encore enregistré
page-state-unkept = Modifié, pas encore enregistré. Ce navigateur n’a plus de place pour le garder : enregistrez maintenant.
page-state-saving = Enregistrement…
page-state-failed = Enregistrement impossible : { $message }
page-state-gone = guichet ne répond pas. Ce que vous écrivez est gardé dans ce navigateur.
page-state-gone-unkept = guichet ne répond pas, et ce navigateur n’a plus de place. Laissez cette fenêtre ouverte.
page-state-session = Cette fenêtre n’est plus reconnue. Rouvrez l’atelier depuis guichet : ce que vous écrivez est gardé.
page-translations = Autres langues de cette page
page-count = { $errors ->
    [0] { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }
    [one] { $errors } erreur{ $warnings ->
        [0] { "" }
        [one] , { $warnings } avertissement
       *[other] , { $warnings } avertissements
    }
   *[other] { $errors } erreurs{ $warnings ->
        [0] { "" }
        [one] , { $warnings } avertissement
       *[other] , { $warnings } avertissements
    }
}
page-save = Enregistrer
page-undo = Défaire
page-redo = Refaire
page-revert = Annuler les changements
page-reverted = Vos changements sont annulés.
page-put-back = Remettre ce que j’avais écrit
page-whole-file = Tout le fichier
page-back-to-fields = Revenir aux champs
page-versions = Versions
page-print = Imprimer
page-cancel = Annuler
page-reloaded = Un autre programme a changé ce fichier. La page montre maintenant ce qu’il dit.
page-elsewhere = Cette page est aussi ouverte dans une autre fenêtre. N’écrivez que dans l’une des deux.
page-not-now = guichet ne répond pas : le fichier entier ne peut pas être montré.
page-left = Le { $when }, vous aviez écrit ici des choses qui n’ont pas été enregistrées.
page-left-changed = Depuis, le fichier a changé.
page-left-resume = Reprendre
page-left-drop = Jeter
page-left-compare = Ce que dit le fichier, et ce que vous aviez écrit
page-left-gone = Cette page n’existe plus. Voici ce que vous y aviez écrit : vous pouvez le copier.
page-compare = Comparer
page-no-difference = Les deux textes sont les mêmes.
page-line-gone = Ligne retirée :
page-line-new = Ligne ajoutée :
page-lines-same = { $count ->
    [one] une ligne pareille
   *[other] { $count } lignes pareilles
}
page-conflict = Ce fichier a changé entre-temps
page-conflict-help = Un autre programme, ou une autre fenêtre, l’a enregistré depuis que vous l’avez ouvert. Choisissez ce qui reste.
page-conflict-compare = Ce que dit le fichier, et votre version
page-conflict-legend = Barré : ce que dit le fichier et que votre version n’a pas. Souligné : ce que votre version ajoute.
page-keep-mine = Garder ma version
page-take-theirs = Prendre celle du fichier
page-tabs = Aperçus
page-tab-write = Écrire
page-tab-page = Page
page-tab-sheet = Fiche
page-tab-problems = { $count ->
    [0] À corriger
   *[other] À corriger ({ $count })
}
page-tab-versions = Versions
page-aside-hide = Masquer
page-aside-show = Montrer l’aperçu
page-preview-title = La page comme les lecteurs la voient
page-width = Largeur de l’aperçu
page-width-phone = Téléphone
page-width-screen = Écran
page-no-address = Cette page n’a pas encore d’aperçu.
page-link-inside = Ce lien mène à « { $title } ». Ouvrir cette page ?
page-link-open = Ouvrir
page-link-outside = Ce lien sort du site : { $address }
page-link-file = Ce lien mène à { $address }
page-format = Format
page-print-this = Imprimer cette fiche
page-no-sheet = Cette page n’a pas de fiche.
page-cannot-print = Ce guichet a été installé sans ce qui imprime les fiches.
page-sheet-waiting = La fiche se prépare…
page-sheet-failed = La fiche n’a pas pu être préparée.
page-sheet-region = Fiche, { $label }
page-sheet-page = Feuille { $number } sur { $count }
page-no-versions = Il n’y a pas encore d’autre version : chaque enregistrement en garde une.
page-versions-help = Les versions enregistrées avant celle-ci. Choisissez une date pour voir ce qui a changé depuis.
page-compare-help = Barré : ce que disait cette version. Souligné : ce que dit la page maintenant.
page-compare-version = La version du { $when } et la page maintenant
page-restore = Reprendre cette version
page-restored = La page dit ce qu’elle disait le { $when }. Enregistrez pour la garder ainsi.
page-error = Erreur
page-warning = Avertissement
page-nothing-wrong = Il n’y a rien à corriger.
page-more-problems = Seuls les deux cents premiers points sont montrés. Restent : { $errors ->
    [0] aucune erreur
    [one] une erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] un avertissement
   *[other] { $warnings } avertissements
}.
page-line = ligne { $line }
page-go-to = Y aller : { $place }
page-mended = Fait : { $words }
page-mended-settings = Fait, dans les réglages du site.
page-mended-file = Fait, dans { $path }.
page-mend-late = Le texte a changé entre-temps. Regardez ce qui reste à corriger.
page-mend-settings = Ce bouton ne change pas cette page, mais les réglages du site.
page-mend-file = Ce bouton ne change pas cette page, mais le fichier { $path }.
page-form = Champs de la page
page-group-main = L’essentiel
page-group-routes = Façons de faire et papiers
page-group-contact = Contact et accès
page-group-publisher = Qui publie le site
page-group-facts = À savoir
page-group-review = Vérification et sources
page-group-look = Apparence
page-group-print = Impression
page-group-more = Autres champs
page-parts = Parties de la page
page-short-main = Essentiel
page-short-routes = Façons
page-short-contact = Contact
page-short-publisher = Qui publie
page-short-facts = À savoir
page-short-review = Vérifier
page-short-look = Apparence
page-short-print = Fiches
page-short-more = Autres
page-text = Texte
page-text-label = Texte de la page
page-file-label = Tout le fichier
page-editor-missing = L’éditeur n’a pas pu être chargé. Vous pouvez écrire ici en Markdown.
page-add = Ajouter :
page-add-more = Ajouter un champ ({ $count } possibles)
page-add-item = Ajouter : { $label }
page-required = (nécessaire)
page-remove = Retirer
page-remove-of = Retirer : { $label }
page-remove-item = Retirer : { $label }, { $number }
page-removed = { $label } : retiré
page-put-in-again = Remettre
page-up = Monter
page-up-item = Monter : { $label }, { $number }
page-down = Descendre
page-down-item = Descendre : { $label }, { $number }
page-moved = { $label } : place { $place } sur { $count }
page-item = { $label }, { $number } sur { $count }
page-raw = guichet ne peut pas montrer ici ce qui est écrit dans ce champ.
page-show-in-file = Voir dans le fichier
page-write-anew = Effacer et écrire de nouveau
page-twice = Écrit { $count } fois dans le fichier : voici celui qui compte.
page-twice-list = Écrit { $count } fois dans le fichier : voici le premier.
page-unknown-field = guichet ne connaît pas ce champ.
page-refused = Ce que vous avez écrit n’a pas pu être mis dans le fichier : { $message }
page-long-form = Préciser : { $fields }
page-short-form = Écrire plus court
page-by-language = Une version par langue
page-one-language = Une seule version pour toutes les langues
page-not-said = Non précisé
page-yes = Oui
page-no = Non
page-choose = Choisir
page-none-found = Rien de ce nom. Ce que vous avez écrit reste.
page-found = { $count ->
    [0] rien de trouvé
    [one] une possibilité
   *[other] { $count } possibilités
}
page-example = Par exemple :
page-checks-rest = Le site et ses pages ({ $count } contrôles)
page-checks-writing = L’écriture ({ $count } contrôles)
page-checks-sheets = Les fiches imprimées ({ $count } contrôles)
page-checks-changed = { $count ->
    [one] (un choix de ce site)
   *[other] ({ $count } choix de ce site)
}
page-checks-usual = { $level } (habituel)
page-meant = Ne pas signaler « { $word } »
page-meant-none = Le mot est voulu : guichet n’en dit rien.
page-map-name = Nom
page-map-value = Valeur
page-map-add = Ajouter
page-map-taken = Ce nom est déjà pris.
page-today = Aujourd’hui
page-today-for = Aujourd’hui : { $label }
page-unit-of = Unité : { $label }
page-unit-days = jours
page-unit-weeks = semaines
page-unit-months = mois
page-unit-years = ans
page-hours-understood = guichet comprend : { $hours }
page-hours-week = Par jour…
page-hours-week-of = Par jour… : { $label }
page-hours-week-close = Fermer la semaine
page-hours-week-close-of = Fermer la semaine : { $label }
page-hours-no-week = Ces horaires ne tiennent pas dans une semaine jour par jour : ils s’écrivent avec des mots.
page-holidays = Fermé les jours fériés
page-closed = Fermé
page-opens = { $day }, ouverture
page-closes = { $day }, fermeture
page-open-add = Ajouter
page-open-add-on = Ajouter des heures : { $day }
page-open-remove = Retirer
page-open-remove-on = Retirer des heures : { $day }
page-as-above = Comme au-dessus
page-as-above-on = Comme au-dessus : { $day }
page-day-mo = Lundi
page-day-tu = Mardi
page-day-we = Mercredi
page-day-th = Jeudi
page-day-fr = Vendredi
page-day-sa = Samedi
page-day-su = Dimanche
page-price-kind = Sorte de prix : { $label }
page-price-free = Gratuit
page-price-amount = Un montant
page-price-words = Avec des mots
page-price-other = Autre
page-price-example = 25,50 €
page-formats-usual = Rien n’est choisi : la page a les fiches que prévoient les réglages du site.
page-choose-of = Choisir : { $label }
page-send-image = Ajouter une image de cet ordinateur
page-send-file = Ajouter un fichier de cet ordinateur
page-sending = { $name } est en route…
page-sent = { $name } est dans le site ({ $size }).
page-sent-image = { $name } est dans le site : { $width } × { $height } pixels, { $size }.
