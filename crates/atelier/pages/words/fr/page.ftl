### Ce que dit une page ouverte : ses champs, son texte, ses aperçus.

# La barre
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

# Ce qui n’était pas enregistré
page-left = Le { $when }, vous aviez écrit ici des choses qui n’ont pas été enregistrées.
page-left-changed = Depuis, le fichier a changé.
page-left-resume = Reprendre
page-left-drop = Jeter
page-left-compare = Ce que dit le fichier, et ce que vous aviez écrit
page-left-gone = Cette page n’existe plus. Voici ce que vous y aviez écrit : vous pouvez le copier.

# Deux textes
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

# Les panneaux
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

# À corriger
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

# Le formulaire
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

# Les jours et les heures
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

# Les prix, les couleurs, les fichiers
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
