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
