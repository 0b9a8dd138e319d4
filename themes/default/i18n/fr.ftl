### Les mots des pages, en français. Un site peut en changer : il suffit d’un fichier du même nom dans son habillage.

## Adresses des pages que guichet fait lui-même

address-keywords = mots-cles
address-topics = themes
address-campaigns = campagnes
address-archive = archives
address-glossary = glossaire
address-legal = mentions-legales

## Le cadre de chaque page

skip = Aller au texte
home = Accueil
navigation = Rubriques
breadcrumbs = Vous êtes ici
other-languages = Autres langues
untranslated-text = Cette page n’est pas encore traduite en français.
untranslated-offer = Vous pouvez la lire dans une autre langue :
untranslated-help = Au guichet ou par téléphone, quelqu’un peut vous expliquer ce qu’elle dit :
feed = Suivre par flux Atom
legal = Mentions légales
published-by = Publié par
weight-before = Cette page pèse
weight-after = ko.
printed-from = Adresse de cette page :
on-this-page = Sur cette page

## Titres des pages et des rubriques

section-guide = Guides
section-article = Articles
section-organization = Annuaire
section-page = Pages
keywords = Mots-clés
keyword-title = Mot-clé : { $title }
topic-title = { $title }
campaign-title = Campagne : { $title }
year-title = Articles de { $title }
glossary-title = Glossaire
legal-title = Mentions légales
not-found-title = Page introuvable

## Listes

latest-articles = Derniers articles
topics = Démarches par thème
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}{ $others }{"\u00A0"}autre guide
   *[other] {"\u00A0· "}{ $others }{"\u00A0"}autres guides
}
home-search = Chercher une démarche
guides = Guides
campaigns = Nos campagnes
archive = Archives :
related = À lire aussi
see-also-sections = Sous-rubriques
parts = Suite de la liste
empty-list = Rien n’est encore publié ici.

## La page de recherche

address-search = recherche
search = Rechercher
index-title = De A à Z
search-title = Rechercher
search-label = Un ou plusieurs mots :
search-button = Chercher
search-more = D’autres résultats
search-count = Résultats :
search-none = Aucune page ne contient ces mots. Essayez-en d’autres, parcourez la liste ci-dessous, ou demandez au guichet.
search-without = Votre navigateur n’a pas JavaScript : cherchez dans la liste ci-dessous.

## Un guide

how-to = Comment faire
route-in-person = Sur place
route-paper = Par courrier
route-phone = Par téléphone
route-online = Sur Internet
show-others = Voir les autres
appointment-none = Sans rendez-vous
appointment-possible = Avec ou sans rendez-vous
appointment-recommended = Rendez-vous conseillé
appointment-required = Sur rendez-vous
for-whom = Pour qui :
output = Ce que vous obtenez :
outcome = Ce que vous obtenez
form-number = n° { $number }
form-cerfa = Cerfa n° { $number }
form-cerfa-notice = notice Cerfa n° { $number }
form-edition = { $edition ->
    [one] 1re édition
   *[other] { $edition }e édition
}
find = Trouver le plus proche :
form-where = À prendre :
form-online = À lire ou à imprimer :
send-to = À envoyer à
account = Compte demandé :
evidence = Documents à réunir
practical = Coût et délais
cost = Coût
cost-free = Gratuit
processing-time = Délai de réponse
deadline = Échéance
appeal = En cas de refus
legal-texts = Textes de référence
authority = Administration responsable :

expired = Cette page n’est plus valable depuis le { $date }.
expired-help = Ne vous y fiez pas : demandez au guichet ce qui est en vigueur aujourd’hui.
overdue = à revoir depuis le { $date } : faites confirmer au guichet
online-only = Cette démarche ne peut se faire que sur Internet.
online-only-since = Depuis { $since }, cette démarche ne peut se faire que sur Internet.
online-only-since-day = Depuis le { $day }, cette démarche ne peut se faire que sur Internet.
online-only-contested = Contesté par : { $who }.

## Un article, un organisme

by = Par
campaign = Campagne :
attachments = Fichiers joints
kilobytes = ko
services-here = Démarches qui se font ici
contact = Nous trouver, nous joindre

## Carte de contact

phone = Téléphone
price-free = appel gratuit
price-premium = numéro surtaxé
colon = {"\u00A0:"}
email = Courriel
website = Site
hours = Horaires :
postal-address = Adresse postale :
access = Accès :
step-free = entrée de plain-pied
not-step-free = entrée avec marches
serves = Territoire desservi :

## Dates, sources

published-on = Publié le
reviewed-on = Vérifié le
review-every = à revoir tous les { $period }
review-every-years = { $count ->
    [one] à revoir tous les ans
   *[other] à revoir tous les { $count } ans
}
review-every-months = { $count ->
    [one] à revoir tous les mois
   *[other] à revoir tous les { $count } mois
}
review-every-days = { $count ->
    [one] à revoir tous les jours
   *[other] à revoir tous les { $count } jours
}
topic = Thème :
tagged = Mots-clés :
sources = Sources :
source-date = mise à jour :
source-id = fiche

## Mentions légales

legal-publisher = Éditeur
legal-editor = Direction de la publication
legal-host = Hébergement
legal-licence = Réutilisation
legal-privacy = Vie privée
legal-privacy-text = Ce site ne dépose aucun cookie, ne mesure pas les visites et ne charge rien d’ailleurs.
not-found-text = Cette adresse ne mène à aucune page. Elle a peut-être changé.
not-found-help = Repartez de l’accueil, ou demandez de l’aide au guichet :

## Encadrés, tableaux, notes

table = Tableau
local-note = Près de chez vous
moved = Cette page a changé d’adresse :
notes = Notes
alert-note = À noter
alert-tip = À savoir
alert-important = Important
alert-warning = Attention
alert-caution = Attention

## Sortes d’organismes, au singulier puis au pluriel

kind-mairie = Mairie
kind-prefecture = Préfecture ou sous-préfecture
kind-caf = Caisse d’allocations familiales (Caf)
kind-cpam = Caisse primaire d’assurance maladie (CPAM)
kind-carsat = Caisse d’assurance retraite (Carsat)
kind-msa = Mutualité sociale agricole (MSA)
kind-mdph = Maison départementale des personnes handicapées (MDPH)
kind-ccas = Centre communal d’action sociale (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail
kind-tribunal = Tribunal
kind-conseil-departemental = Conseil départemental
kind-maison-de-justice = Maison de justice et du droit
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Bureau de poste
kind-commissariat = Commissariat de police
kind-gendarmerie = Brigade de gendarmerie
kind-impots = Centre des finances publiques
kind-syndicat = Syndicat
kind-association = Association
kind-centre-de-contact = Centre de contact
kind-other = Autre
kinds-centre-de-contact = Centres de contact
kinds-mairie = Mairies
kinds-syndicat = Syndicats
kinds-association = Associations
kinds-caf = Caisses d’allocations familiales
kinds-cpam = Assurance maladie
kinds-ccas = Centres communaux d’action sociale
kinds-mdph = Maisons départementales des personnes handicapées
kinds-france-services = France Services
kinds-prefecture = Préfectures
kinds-carsat = Caisses d’assurance retraite
kinds-msa = Mutualité sociale agricole
kinds-france-travail = France Travail
kinds-tribunal = Tribunaux
kinds-conseil-departemental = Conseils départementaux
kinds-maison-de-justice = Maisons de justice et du droit
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Bureaux de poste
kinds-commissariat = Commissariats de police
kinds-gendarmerie = Gendarmeries
kinds-impots = Centres des finances publiques

## Dates, horaires, montants

date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
day-1 = lundi
day-2 = mardi
day-3 = mercredi
day-4 = jeudi
day-5 = vendredi
day-6 = samedi
day-7 = dimanche
hours-line = { $days } { $times }
hours-one-day = le { $day }
hours-range-days = du { $from } au { $to }
hours-range = de { $from } à { $to }
hours-from = à partir de { $from }
hours-closed = fermé { $days }
hours-always-closed = fermé
hours-always = tous les jours, à toute heure
hours-public-holidays = les jours fériés
hours-school-holidays = pendant les vacances scolaires
hours-also = et aussi { $hours }
hours-else = sinon, { $hours }
hours-every-day = tous les jours
hours-all-day = 24 heures sur 24
hours-overnight = de { $from } à { $to } le lendemain
hours-or-later = { $hours } ou plus tard
hours-years-from = à partir de { $year }
hours-year = en { $year }
hours-years = de { $from } à { $to }
hours-month = en { $month }
hours-months = { $number ->
    [4] d’{ $from }
    [8] d’{ $from }
    [10] d’{ $from }
   *[other] de { $from }
} à { $to }
hours-one-date = le { $date }
hours-dates = du { $from } au { $to }
hours-odd-weeks = les semaines impaires
hours-even-weeks = les semaines paires
hours-nth-day = { $nth } { $day } du mois
nth-1 = le premier
nth-2 = le deuxième
nth-3 = le troisième
nth-4 = le quatrième
nth-5 = le cinquième
nth-last = le dernier
date-short = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
time-hour = { $hour } h
time-minute = { $hour } h { $minute }
list-last = { $first } et { $last }
period-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
period-months = { $count } mois
period-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
decimal-separator = ,
comma = { ", " }
thousands-separator = { " " }
separator = { "\u202F; " }
money-euro = { $amount } €

## Fiches à imprimer

address-sheets = fiches
sheet-file-a4 = a4
sheet-file-large-print = gros-caracteres
sheet-file-booklet = livret
sheet-file-reading = lecture
sheet-file-leaflet = depliant
sheet-file-poster = affiche
sheet-file-poster-a3 = affiche-a3
sheet-file-tract = tract
sheet-file-bilingual = bilingue
sheet-file-binder = classeur
address-messages = messages
text-only = En texte seul, pour un message ou un courriel
sheets-title = Fiches à imprimer
sheet-edition = Édition
sheet-page = page
sheet-my-notes = Pour ma démarche
sheet-appointment = Rendez-vous le
sheet-at = à
sheet-with = avec
sheet-file-number = Numéro de dossier :
sheet-own-notes = Mes notes
sheet-call = Une question ? Appelez :
sheet-acronyms = Sigles —
sheet-notes = Notes et adresses
sheet-online = Cette fiche sur Internet :
sheet-qr-alt = Code QR : cette édition est-elle encore valable ?
sheet-qr-help = Le code QR dit si cette édition est encore valable.
sheet-about = L’essentiel
sheet-steps = Les étapes
sheet-contacts = Nous joindre
sheet-continued = La suite est sur la fiche complète : demandez-la au guichet.
sheet-litter = Ne pas jeter sur la voie publique
sheet-contents = Sommaire
sheet-directory = Annuaire
sheet-up-to-date = À jour le
sheet-more-points = Il y a d’autres lieux : la liste est sur la fiche complète.
sheet-name-a4 = A4
sheet-name-large-print = A4, gros caractères
sheet-name-booklet = Livret, à imprimer et à plier
sheet-name-booklet-reading = Livret, à lire page par page
sheet-name-leaflet = Dépliant, à plier en trois
sheet-name-poster = Affiche A4 à languettes
sheet-name-poster-a3 = Affiche A3 à languettes
sheet-name-tract = Tract, deux par feuille, à couper
sheet-name-tract-reading = Tract, à lire page par page
sheet-name-bilingual = A4, deux langues côte à côte
sheet-name-binder = Classeur : tout en un
sheet-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
sheet-archive = Toutes les fiches : { $title }
sheet-list-help = Ces fiches s’impriment en noir et blanc sur une imprimante ordinaire. Elles se photocopient sans perte.
sheet-list-folding = Du papier A4 ordinaire suffit. Les livrets et les dépliants s’impriment recto verso, retournés sur le bord court, et se plient ; les tracts se coupent en deux.
sheet-formats = Formats (PDF)
sheet-pdf = Fiche PDF
sheet-none = Cette page n’a pas de fiche pour le moment. Vous pouvez imprimer la page elle-même.
sheet-section-title = Fiches à imprimer : { $title }
sheet-details = En détail

## Éditions des fiches

address-editions = editions
editions-title = Ma fiche est-elle encore valable ?
editions-help = Chaque fiche porte un code au bas de la page, après le mot « Édition ». S’il est le même ici, la fiche dit toujours ce qui est en vigueur aujourd’hui. Seules les quatre lettres et chiffres de la fin comptent.
editions-by-code = Vous avez le code ? Choisissez son premier signe :
editions-current = Éditions en vigueur
editions-sheet = Fiche
editions-edition = édition
editions-letter = Éditions dont le code commence par { $letter }
editions-letter-help = Cherchez le code de votre fiche, au bas de la page, après le mot « Édition ».
editions-holds = Cette fiche est toujours valable.
editions-replaced = Cette fiche a été remplacée : demandez la nouvelle.
editions-withdrawn = Cette fiche n’est plus publiée : demandez au guichet ce qui est en vigueur aujourd’hui.
editions-now = Édition en vigueur :
editions-changes = Ce qui a changé depuis :
editions-unknown = Un code qui n’est pas ici est mal lu, ou celui d’une fiche plus ancienne : demandez-en une nouvelle. Un code a quatre signes, et jamais les lettres B, G, I, L, N, O, Q, S, V, Z, ni les chiffres 0, 1, 5.
editions-link = Vous avez une ancienne fiche ? Voyez si elle est encore valable
edition-part-title = le titre
edition-part-summary = le résumé
edition-part-routes = les façons de faire, adresses, horaires ou téléphones
edition-part-evidence = les documents à réunir
edition-part-text = les explications
edition-part-practical = le coût ou les délais
edition-part-appeal = les recours
edition-part-contact = l’adresse, les horaires ou le téléphone
edition-part-pages = une ou plusieurs de ses pages
edition-part-other = les références
edition-first = première édition relevée

## Rapport de couverture

address-coverage = couverture
coverage-title = Les démarches, avec ou sans Internet
coverage-sentence = { $procedures ->
    [one] Sur ce site, une démarche
   *[other] Sur ce site, { $procedures } démarches
} : { $off_line } { $off_line_count ->
    [one] peut se faire sans Internet
   *[other] peuvent se faire sans Internet
}, { $online_only ->
    [0] et aucune ne se fait seulement sur Internet
    [one] et une ne se fait que sur Internet
   *[other] et { $online_only } ne se font que sur Internet
}.
coverage-headline = { $share ->
    [all] Toutes les démarches de ce site peuvent se faire sans Internet
    [none] Aucune démarche de ce site ne peut se faire sans Internet
   *[some] { $count ->
        [one] { $count } démarche sur { $procedures } peut se faire sans Internet
       *[other] { $count } démarches sur { $procedures } peuvent se faire sans Internet
    }
}
coverage-of = { $count } sur { $procedures }
coverage-share = { $count } ({ $percent } %)
coverage-on = État au
coverage-how = Chaque chiffre compte les guides des listes ci-dessous.
coverage-information = Guides qui expliquent seulement, non comptés :
coverage-data = Toutes les données (CSV)
coverage-chart = Part des démarches qui se font de chaque façon
coverage-online-only = Démarches qui ne se font que sur Internet
coverage-declared = déclaré
coverage-no-route = Guides qui ne disent pas où s’adresser
coverage-more = Et d’autres, dans les données. Leur nombre :
coverage-since = Ce qui a changé depuis le
coverage-before-now = Sans Internet : { $before } alors, { $now } aujourd’hui.
coverage-no-change = Aucune façon de faire n’a changé.
coverage-lost = Façons de faire disparues
coverage-gained = Façons de faire nouvelles
coverage-added = Guides nouveaux
coverage-withdrawn = Guides retirés
coverage-topics = Par thème
coverage-authorities = Par administration
coverage-share-of = Ce que l’on peut faire sans Internet, puis chaque façon de faire :
coverage-unnamed = non précisé
coverage-in-person = Guichet
coverage-paper = Papier
coverage-phone = Tél.
coverage-online = Internet
coverage-guides = Guide par guide
coverage-informs = explique seulement
coverage-out-of-date = à revoir
coverage-lix = Lix : longueur des phrases et part des mots longs (C.-H. Björnsson, 1968). Au-dessous de 40, un texte se lit bien ; au-dessus de 50, il est difficile.

## Le kit pour les lieux sans Internet

address-kit = ouvrir
address-kit-readme = lisez-moi
address-kit-contents = sommaire
kit-lead = Ce dossier contient tout le site : il s’ouvre sans Internet, depuis une clé ou un disque.
kit-contents = Sommaire à imprimer
kit-help = Gardez les fichiers ensemble : les pages trouvent leurs fiches et la recherche à leur place.
kit-contents-how = Comment ouvrir ce qui est dans la clé
kit-step-copy = Copiez tout le dossier, ou gardez-le sur la clé. S’il est dans un fichier zip, décompressez-le d’abord.
kit-step-open = Ouvrez « { $file } » : le navigateur affiche le site. Aucune connexion n’est utilisée.
kit-step-print = Les fiches à imprimer sont des fichiers PDF : elles sont à côté des pages, qui y mènent.

## La déclaration d’accessibilité

address-accessibility = accessibilite
access-title = Accessibilité
access-link = Ce qui est vérifié, ce qui ne l’est pas, à qui le dire
access-lead = Ce site est fait pour être lu par tout le monde : avec un lecteur d’écran, au clavier, en grand, sur un vieil appareil, ou sur papier.
access-verified = Ce qui est vérifié à chaque version de l’habillage
access-rules = Aucune page n’enfreint les règles des WCAG 2.2 (niveaux A et AA) qu’un programme peut vérifier (axe-core), à 320 et à 1280 pixels de large.
access-valid = Chaque page est du HTML valide (vnu, le vérificateur du W3C).
access-contrast = Le contraste du texte est d’au moins 7 pour 1, en clair comme en sombre.
access-zoom = À 320 pixels de large, en lettres deux fois plus grandes ou plus espacées, rien n’est coupé et rien ne défile de côté.
access-keyboard = Tout se fait au clavier, dans l’ordre de la page, et l’on voit toujours où l’on est.
access-colours = Avec les couleurs imposées par l’appareil, cadres et liens restent visibles.
access-order = Un lecteur d’écran rencontre le titre, puis les façons de faire sans Internet, puis les documents, puis les étapes.
access-old = Sans JavaScript, et dans des navigateurs anciens ou en mode texte, tout se lit.
access-sheets = Les fiches PDF sont balisées (PDF/UA-1) : titres, listes, tableaux, langues et textes des images.
access-not = Ce qui ne l’est pas
access-not-text = Un programme ne voit pas tout. L’habillage a été comparé aux 106 critères du RGAA, un par un, par ses auteurs : ce n’est pas un audit de ce site, et personne n’a encore essayé toutes les pages avec tous les lecteurs d’écran. La qualité des textes et de la description des images dépend de qui les écrit.
access-help = Quelque chose ne va pas ?
access-help-text = Dites-le-nous : au guichet, par courrier ou par téléphone. Nous pouvons aussi vous lire une page, ou vous envoyer sa fiche en gros caractères.
