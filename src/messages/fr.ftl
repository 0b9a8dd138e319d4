### Ce que dit l’outil, en français.

severity-error = erreur
severity-warning = attention
severity-help = aide
decimal-separator = ,
count-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
count-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
thousands-separator = {"\u202F"}
diagnostics-rest = { $count ->
    [one] … et { $shown } autre « { $name } »
   *[other] … et { $shown } autres « { $name } » dans { $files } { $files ->
        [one] fichier
       *[other] fichiers
    }
} ({ $total } en tout). Pour tout voir : { $by ->
    [import] ajoutez --all à la commande
   *[check] guichet check --rule { $name }
}
fixed = { $count ->
    [0] Rien ne se corrige tout seul.
    [one] Une correction écrite dans les fichiers, à relire ci-dessus.
   *[other] { $count } corrections écrites dans les fichiers, à relire ci-dessus.
}
mend-add = Ajouter « { $text } »
mend-add-campaign = Ajouter la campagne « { $name } » aux réglages du site
mend-add-topic = Ajouter le thème « { $name } » aux réglages du site
mend-correct = Corriger
mend-counter = Ajouter un accueil sur place : { $name }
mend-dated = Dater d’aujourd’hui : { $text }
mend-free-folder = Publier tous les fichiers du dossier « { $folder } »
mend-image-as-link = Mettre un lien à la place de l’image
mend-informs = Indiquer que cette page informe, sans démarche à faire
mend-keep = Garder « { $text } »
mend-new-organization = Créer la page de l’organisme « { $name } »
mend-note-as-text = Garder le texte de la note, sans son numéro
mend-organization = Utiliser l’organisme « { $text } »
mend-postal-order = Mettre le code postal et la ville en dernier
mend-remove = Retirer « { $text } »
mend-remove-element = Retirer cet élément et ce qu’il contient
mend-remove-exception = Retirer cette exception
mend-remove-field = Retirer ce champ
mend-remove-image = Retirer cette image
mend-remove-item = Retirer cette ligne de la liste
mend-remove-line = Retirer cette ligne
mend-remove-note = Retirer l’appel de note
mend-remove-attribute = Retirer cet attribut et garder la balise
mend-remove-tag = Retirer la balise et garder ce qu’elle contient
mend-reviewed = J’ai vérifié cette page aujourd’hui
mend-save = Enregistrer ce fichier en UTF-8
mend-title = Donner ce titre : « { $text } »
mend-translated = J’ai mis cette traduction à jour
mend-unlimited = Retirer la date de fin : la page reste valable
mend-unlink = Retirer le lien et garder ses mots
mend-write = Écrire « { $text } »
nothing-wrong = Rien à signaler.
not-published = Rien n’a été publié : l’ancien site est resté tel quel. Corrigez les erreurs ci-dessus, puis recommencez.
summary-built = Site construit en { $time } : { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
} dont { $changed ->
    [one] { $changed } nouveau ou modifié
   *[other] { $changed } nouveaux ou modifiés
}, dans { $out }/
summary-published = Site publié en { $time } : { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
} dont { $changed ->
    [one] { $changed } nouveau ou modifié
   *[other] { $changed } nouveaux ou modifiés
}, dans { $out }/
summary-heaviest = Page la plus lourde : { $page }, { $weight } ko à transmettre.

## Publication chez un hébergeur

publish-sending = Envoi vers { $host } : { $sent } sur { $total }
publish-sent = Site publié chez { $host } en { $time } : { $sent ->
    [one] { $sent } fichier envoyé
   *[other] { $sent } fichiers envoyés
} ({ $weight }), { $spared ->
    [one] { $spared } déjà là
   *[other] { $spared } déjà là
}, { $deleted ->
    [one] { $deleted } retiré
   *[other] { $deleted } retirés
}
publish-would-send = Rien n’a été envoyé. Fichiers à envoyer : { $sent } ({ $weight }), à retirer : { $deleted }
publish-no-courier = ce programme ne publie que dans un dossier : il a été construit sans « courier ».
publish-password = Mot de passe de { $user } chez { $host } :
host-cut = la connexion à l’hébergeur a été coupée plusieurs fois ({ $reason }). Ce qui est arrivé y reste, entier : relancez la même commande, elle reprendra là.
host-unreachable = l’hébergeur « { $host } » ne répond pas ({ $reason }). Vérifiez « hôte » et « port » dans guichet.yaml, et la connexion à Internet.
host-untrusted = l’hébergeur « { $host } » n’est pas encore connu de cet ordinateur. L’empreinte de sa clé est { $fingerprint } : si c’est celle que donne sa documentation, écrivez dans guichet.yaml, à « publication », « empreinte: { $fingerprint } ».
host-impostor = l’hébergeur « { $host } » ne montre pas la clé attendue, mais { $fingerprint } : quelqu’un se fait peut-être passer pour lui. Rien n’a été envoyé. Demandez à l’hébergeur s’il a changé de clé ; si oui, corrigez « empreinte » dans guichet.yaml, ou le fichier known_hosts.
host-not-let-in = l’hébergeur « { $host } » ne laisse pas entrer « { $user } ». Vérifiez « utilisateur » dans guichet.yaml, la clé, et le mot de passe (variable GUICHET_PASSWORD, ou question posée dans le terminal).
host-full = il n’y a plus de place chez l’hébergeur pour « { $path } ». L’ancien site y est resté entier. Faites de la place, puis relancez la commande.
host-cannot-replace = cet hébergeur ne permet pas de remplacer « { $path } » d’un seul coup : des lecteurs pourraient tomber sur une page à moitié écrite. Rien de ce qu’ils voient n’a été touché. Demandez-lui d’autoriser le renommage sur un fichier existant, ou publiez d’une autre façon.
host-refused = l’hébergeur refuse « { $path } » ({ $reason }). Vérifiez « dossier » dans guichet.yaml, et que vous avez le droit d’y écrire.
host-not-ours = le dossier chez l’hébergeur contient des fichiers que guichet n’y a pas mis : { $names }. Pour ne rien perdre, il n’y touche pas : retirez-les, ou choisissez un autre dossier dans guichet.yaml.
host-occupied = chez l’hébergeur, « { $path } » n’est pas de guichet, et le site a un fichier à y mettre. Renommez-le là-bas ou changez l’adresse de la page, puis recommencez.
host-locked = { $words } publie en ce moment sur ce site. Recommencez dans quelques minutes.
host-unread = chez l’hébergeur, « { $path } », où guichet note ce qu’il a mis, est abîmé ou vient d’une version plus récente. Mettez guichet à jour ; sinon, videz le dossier et publiez de nouveau.
host-rebuilt = le site a été construit de nouveau pendant l’envoi (« { $path } »). Relancez la commande.

## Ce que répond le système

system-not-found = il n’existe pas
system-permission = vous n’en avez pas le droit
system-not-a-folder = un fichier est là où il faudrait un dossier
system-is-a-folder = c’est un dossier, pas un fichier
system-cut = il s’arrête avant sa fin
system-full = le disque est plein
system-read-only = le disque ne se laisse pas écrire
system-name = le système n’accepte pas ce nom, peut-être trop long
system-too-many-files = trop de fichiers sont ouverts à la fois
system-loop-of-links = ce lien symbolique tourne en rond
system-address = un autre programme occupe cette adresse
system-exists = un fichier ou un dossier porte déjà ce nom
system-not-a-file = ce n’est pas un fichier ordinaire
system-outside = ce chemin mène hors du dossier du site
system-large = il est trop grand{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-content = son contenu est abîmé, incomplet ou d’une autre sorte{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-unsupported = guichet ne sait pas lire ce format{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-other = erreur inhabituelle{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}

## Publication

publish-no-target = le site ne dit pas où le publier. Écrivez-le dans guichet.yaml, par exemple « publication: ../site-en-ligne » : ce dossier recevra le site.
publish-unknown-target = le site ne nomme aucune destination « { $name } ». Dans guichet.yaml, « publication » nomme : { $known }
publish-would-change = Rien n’a été publié. Fichiers nouveaux : { $new }, modifiés : { $changed }, retirés : { $gone }
publish-not-ours = le dossier « { $path } » contient des fichiers que guichet n’a pas écrits. Pour ne rien perdre, il n’y touche pas : videz-le, ou choisissez-en un autre, avec --out ou dans guichet.yaml (« publication »).
publish-covers-sources = publier dans « { $path } » effacerait les sources du site. Choisissez un autre dossier, avec --out ou dans guichet.yaml (« publication »).
publish-not-a-folder = « { $path } » est un fichier, pas un dossier. Choisissez un autre nom, avec --out ou dans guichet.yaml (« publication »).
publish-occupied = « { $path } » n’est pas de guichet, et le site a un fichier à écrire au même endroit. Déplacez-le ou renommez-le, puis recommencez. L’ancien site est resté tel quel.
publish-other-disk = « { $path } » est sur un autre disque : en remplaçant le dossier publié, guichet risquerait de le vider. Déplacez-le hors du dossier publié, puis recommencez. L’ancien site est resté tel quel.
publish-disk-full = le disque est plein : impossible d’écrire « { $path } ». L’ancien site est resté tel quel.
publish-failed = impossible d’écrire « { $path } » : { $reason }. L’ancien site est resté tel quel.
write-failed = impossible d’écrire « { $path } » : { $reason }
theme-bad-name = « { $name } » n’est pas un nom d’habillage : écrivez des lettres, des chiffres et des tirets.
theme-ejected = { $count ->
    [0] Tous les fichiers de l’habillage sont déjà là : rien n’a été écrit.
    [one] { $count } fichier écrit. Effacez-le si vous ne le changez pas : l’habillage intégré prendra sa place.
   *[other] { $count } fichiers écrits. Effacez ceux que vous ne changez pas : l’habillage intégré prendra leur place.
}{ $name ->
    [default] { "" }
   *[other] { " " }Pour vous en servir, écrivez « habillage: { $name } » dans guichet.yaml.
}

## Création

init-exists = « { $path } » contient déjà un site (guichet.yaml). Pour ne rien écraser, rien n’a été écrit.
init-done = Le site est prêt dans « { $path } ».
init-complete = Complétez { $path } : téléphone, adresse, horaires. Ce que guichet ne sait pas, il ne l’a pas écrit.
init-ask-name = Quel est le nom de l’organisme qui publie le site ? (Entrée pour passer)
init-ask-place = Pour quelle commune ou quel territoire ? (Entrée pour passer)
init-ask-phone = À quel numéro de téléphone quelqu’un répond-il ? (Entrée pour passer)
init-no-directory = pour prendre les guichets de la commune { $code }, il faut le fichier de l’annuaire de l’administration. Rien n’a été écrit.
init-no-commune = l’annuaire a les guichets de toute la France : ajoutez le code INSEE de votre commune (celui du recensement, pas le code postal), par exemple « --commune 35360 ». Rien n’a été écrit.
init-bad-commune = « { $place } » n’est pas le code INSEE d’une commune : il a cinq caractères, comme 35360 ou 2A004, et n’est pas le code postal. Rien n’a été écrit.
init-cut = { $path } est incomplet ou abîmé : téléchargez-le de nouveau. Rien n’a été écrit.
init-no-file = { $path } n’existe pas. Rien n’a été écrit.
init-other-source = { $path } n’est pas ce qu’attend cette option : on dirait { $found }. Rien n’a été écrit. { $option ->
    [none] Une fois le site créé, tapez : { $command }
   *[other] Donnez-le plutôt avec « --{ $option } ».
}
init-get-guide = Le guide officiel des démarches, à télécharger (environ 24 Mo) :
init-get-annuaire = L’annuaire de l’administration, à télécharger (environ 350 Mo) :
init-then = Puis :
init-imported-service-public = Pages du guide officiel : { $count }
init-imported-annuaire = Guichets de l’annuaire : { $count }
init-phone = Votre numéro est dans { $path }{ $before ->
    [none] { "" }.
   *[other] , au lieu de celui de l’annuaire : { $before }. Les imports suivants le gardent.
}
init-next =
    Pour le voir pendant que vous écrivez :  guichet serve --open
    Pour ajouter un guide :                  guichet new guide "Son titre"
    Pour le publier :                        guichet build, puis copiez le dossier public/
init-cd = Allez d’abord dans son dossier :         cd { $path }
no-folder = le dossier { $folder } n’existe pas. Vérifiez son nom après « --site », ou créez le site avec « guichet init { $folder } ».
new-no-site = il n’y a pas de site ici (aucun guichet.yaml). Créez-en un avec « guichet init », ou allez dans son dossier.
new-exists = « { $path } » existe déjà. Pour ne rien écraser, rien n’a été écrit : choisissez un autre titre.
new-bad-title = ce titre ne contient ni lettre ni chiffre.
new-done = { $path } est créé. C’est un brouillon : il se voit avec « guichet serve » et ne sera publié qu’une fois la ligne « brouillon » effacée.

## Explications

explain-unknown = il n’y a pas de contrôle « { $name } ».{ $nearest ->
    [none] { "" }
   *[other] { " " }Vouliez-vous dire « { $nearest } » ?
} Contrôles : { $known }
explain-adjustable = C’est { $severity ->
    [error] une erreur
   *[warning] un avertissement
}. Pour tout le site, dans guichet.yaml : « contrôles: {"{"} { $name }: { $severity ->
    [error] avertissement
   *[warning] erreur
} {"}"} » (ou « non » pour le taire). Pour une page, dans son en-tête : « exceptions: {"{"} { $name }: "la raison" {"}"} ».
explain-fixed = C’est { $severity ->
    [error] une erreur
   *[warning] un avertissement
}, qui ne se règle pas.
## Révisions

due-title = { $count ->
    [0] Rien n’est à revoir d’ici au { $until }.
    [one] Une page à revoir d’ici au { $until }.
   *[other] { $count } pages à revoir d’ici au { $until }.
}
due-no-keeper = Sans responsable
due-never = jamais vérifiée
due-expired = n’est plus valable
due-expires = ne sera plus valable
due-overdue = en retard
due-due = à revoir
due-event-never = Vérifier : { $title }
due-event-expires = N’est plus valable : { $title }
due-event-due = Revoir : { $title }
due-calendar = Ces révisions sont dans { $path } : ouvrez-le avec votre agenda.
## Rapport et relevés

report-errors = pas de rapport : ces erreurs en fausseraient les chiffres.
report-procedures = { $procedures ->
    [one] Une démarche
   *[other] { $procedures } démarches
}{ $information ->
    [0] { "" }
    [one] { "" } (et un guide qui explique seulement)
   *[other] { "" } (et { $information } guides qui expliquent seulement)
}
report-in-person = sur place
report-paper = par courrier
report-phone = par téléphone
report-online = sur Internet
report-off-line = sans Internet
report-online-only = sur Internet seulement
report-no-route = aucune façon de faire
report-online-only-list = N’ont qu’Internet :
report-no-route-list = Ne disent pas comment faire :
report-since = Depuis le rapport du { $since } :
report-lost = façon de faire perdue :
report-gained = façon de faire nouvelle :
report-added = guide nouveau :
report-withdrawn = guide retiré :
report-not-published = Ce rapport n’est pas une page du site (« rapport: non » dans guichet.yaml).
import-added = Ajoutés : { $count }
import-changed = Changés par la source : { $count }
import-merged = Changés par la source et par vous, les deux sont gardés : { $count }
import-kept = Changés par vous, gardés tels quels : { $count }
import-foreign = Déjà là avant tout import, laissés tels quels : { $count }
import-withdrawn = Retirés, la source ne les a plus : { $count }
import-withdrawn-kept = Retirés par la source, gardés parce que vous les avez changés : { $count }
import-left-out = Laissés de côté, vous les avez effacés : { $count }
import-more = … et { $count } { $count ->
    [one] autre
   *[other] autres
}
passed-over-annexes = Mairies annexes, de communes déléguées ou en double, laissées de côté : { $count }
passed-over-closed = Services que l’annuaire ne montre plus, laissés de côté : { $count }
passed-over-no-kind = Services dont l’annuaire ne dit pas le type, laissés de côté : { $count }
passed-over-on-site = Structures que le site a déjà, laissées de côté : { $count }
passed-over-same = Structures que deux producteurs connaissent, dont une seule page a été faite : { $count }
passed-over-nameless = Fiches sans nom, laissées de côté : { $count }
passed-over-no-route = Services dont rien ne dit comment les obtenir, nommés seulement sur la page de leur structure : { $count }
passed-over-no-structure = Services qui ne disent pas comment les joindre et dont la structure n’est pas là, laissés de côté : { $count }
passed-over-professionals = Services que seul un professionnel peut demander, nommés seulement sur la page de leur structure : { $count }
passed-over-elsewhere = Services qui reçoivent dans une autre commune, laissés de côté : { $count }
passed-over-modes = Façons de faire que guichet ne connaît pas, laissées de côté : { $count }
passed-over-twice = Services qui y sont deux fois, dont le plus récent a été pris : { $count }
import-news = { $count ->
        [one] Une page a changé depuis le dernier import :
       *[other] { $count } pages ont changé depuis le dernier import :
    }
import-news-since = { $count ->
        [one] Une page a changé depuis le dernier import, d’une source du { $since } :
       *[other] { $count } pages ont changé depuis le dernier import, d’une source du { $since } :
    }
import-news-page = { $title } : { $points }
import-news-added = Nouvelles pages : { $count }
import-page = { $title } ({ $path })
import-more-all = … et { $count } { $count ->
    [one] autre, que montre « --all »
   *[other] autres, que montre « --all »
}
import-repeated = Déjà dit au dernier import, et que « --all » redit : { $count ->
        [one] un message
       *[other] { $count } messages
    }
import-unsettled = Passages que vous n’avez pas encore départagés : { $count }
import-publisher-kept = { $path } est la page de l’éditeur du site : elle reste, bien que la source ne l’ait plus
import-older = Ce fichier est du { $date }, et le dernier importé était du { $since } : ses pages sont plus anciennes que celles du site.
import-article = Pour les lecteurs, ce qui a changé : { $path }
import-since = Changées dans la source depuis le { $since } : { $count ->
        [0] aucune page
        [one] une page
       *[other] { $count } pages
    }
import-since-page = { $day } { $page }
import-since-important = { $day } { $page }, changement important selon la source
news-section = Ce qui a changé dans le guide officiel
news-section-summary = Quand le guide officiel change, les pages de ce site changent avec lui. Voici lesquelles, et en quoi.
news-title = Guide officiel : { $counts }
news-count = { $fate ->
        [changed] { $count ->
            [one] une page a changé
           *[other] { $count } pages ont changé
        }
        [added] { $count ->
            [one] une page est nouvelle
           *[other] { $count } pages sont nouvelles
        }
       *[withdrawn] { $count ->
            [one] une page a été retirée
           *[other] { $count } pages ont été retirées
        }
    }
news-summary = { $count ->
        [1] Cela concerne « { $first } ».
        [2] Cela concerne « { $first } » et « { $second } ».
        [3] Cela concerne « { $first } », « { $second } » et une autre page.
       *[other] Cela concerne « { $first } », « { $second } » et { $rest } autres pages.
    }
news-heading = { $fate ->
        [changed] Ce qui a changé
        [added] Ce qui est nouveau
       *[withdrawn] Ce qui n’y est plus
    }
news-line = {"\u00A0"}: { $points }
news-topic = {"\u00A0"}: { $count ->
        [one] une page,
       *[other] { $count } pages, dont
    }
news-no-topic = Autres pages
news-replaced = , remplacée par
news-old-title = nouveau titre, au lieu de « { $title } »
news-value = { $old } devient { $new }
news-part = « { $title } »
news-new-part = nouvelle partie « { $title } »
news-gone-part = partie retirée « { $title } »
news-more-points = et d’autres passages
news-field = { $field ->
        [title] le titre
        [summary] le résumé
        [routes] les façons de faire
        [evidence] les documents à réunir
        [cost] le coût
        [time] les délais
        [appeal] les recours
        [output] ce que l’on obtient
        [audience] les personnes concernées
        [legal] les textes de loi
        [authority] l’autorité compétente
        [contact] les coordonnées
        [hours] les horaires
       *[text] le texte
    }
import-unchanged = Rien n’a changé.
import-schema = Le guide officiel, au format { $version }, changé en dernier le { $date }
import-schema-ended = Le format { $version } n’est plus publié depuis le { $date } : prenez les fichiers du format { $current }, par exemple { $address }
import-schema-ends = Le format { $version } ne sera bientôt plus publié : prenez les fichiers du format { $current }, par exemple { $address }
passed-over-elements = Éléments que guichet ne connaît pas, leur texte est gardé sans mise en forme : { $count }
passed-over-strangers = Fichiers qui ne sont ni des fiches, ni des dossiers, ni des services, laissés de côté : { $count }
passed-over-images = Images que la source nomme sans les donner, leur texte est gardé : { $count }
passed-over-terms = Mots que la source n’explique pas, gardés sans lien : { $count }
passed-over-long-pages = Textes trop longs pour une page, qui n’en a que l’adresse officielle : { $count }
import-dry-run = Rien n’a été écrit.
import-nothing = { $path } n’a rien à importer.
import-source-service-public = le guide officiel « Vos droits et démarches » (un zip de fichiers XML, ou leur dossier)
import-source-annuaire = l’annuaire de l’administration (« all_latest.tar.bz2 », le JSON qu’il contient, ou le CSV de son API)
import-source-inclusion = un fichier de data·inclusion (JSON ou CSV), ou un dossier ou un zip de ces fichiers
import-source-hugo = le dossier d’un site fait avec Hugo
import-source-zola = le dossier d’un site fait avec Zola
import-source-jekyll = le dossier d’un site fait avec Jekyll
import-source-wordpress = l’export d’un site WordPress (un fichier XML)
import-other-source = { $path } n’est pas ce que lit cette commande : on dirait { $found }. Rien n’a été écrit. Tapez plutôt : { $command }
import-not-source = { $path } n’est pas ce que lit cette commande : c’est { $found ->
    [empty] un fichier vide
    [empty-folder] un dossier sans fichiers
    [folder] un dossier où rien n’y ressemble
    [zip] un zip où rien n’y ressemble
    [html] une page web, enregistrée peut-être à la place du fichier
    [pdf] un PDF
    [office] un document de bureautique
    [image] une image
    [xml] un fichier XML d’une autre sorte
    [json] un fichier JSON d’une autre sorte
    [text] un texte d’une autre sorte
    [packed] un fichier compressé où rien n’y ressemble
   *[other] un fichier d’une autre sorte
}. Elle lit { $wanted }. Rien n’a été écrit.{ $address ->
    [none] { "" }
   *[other] { " " }À télécharger : { $address }
}
import-broken-zip = { $path } est un zip incomplet ou abîmé : téléchargez-le de nouveau. Rien n’a été écrit.
import-unzip = { $path } est un zip : décompressez-le, puis donnez à la commande ce qu’il contient. Rien n’a été écrit.
import-part = la source n’a pas pu être lue en entier : voyez les messages ci-dessus. Ce qui y manque n’a pas été retiré du site.
import-unreadable-source = { $path } ne peut pas être lu : { $reason }
import-bad-ledger = { $path } dit ce que le dernier import a écrit, et ne peut pas être lu en entier : corrigez-le, ou reprenez-le d’une sauvegarde. Rien n’a été écrit.
import-many-withdrawn = la source n’a plus { $count } pages, plus de la moitié : est-elle entière ? Rien n’a été écrit. Si c’est bien voulu, ajoutez « --withdraw ».
record-errors = rien n’a été relevé : ces erreurs empêchent de publier.
record-edition = { $file } : { $edition }, { $changed }
record-no-edition = Aucune fiche n’a changé depuis le dernier relevé.
record-editions = Éditions relevées dans { $path }. Relisez la colonne « changed » : c’est ce que liront ceux qui ont l’ancienne fiche.
record-coverage = Rapport du jour relevé dans { $path }.
## Aperçu

atelier-listening = L’atelier est ouvert : { $address }
atelier-field-appointment = Rendez-vous
atelier-field-keywords = Mots-clés
atelier-field-publication = Où le site est publié
atelier-field-port = Port
atelier-field-user = Nom d’utilisateur
atelier-field-fingerprint = Empreinte du serveur
atelier-field-key = Fichier de la clé
atelier-field-folder = Dossier
atelier-field-headers = En-têtes pour l’hébergeur
atelier-field-channels = Façons de faire
atelier-field-in_person = Sur place
atelier-field-paper = Par courrier
atelier-field-online = Par Internet
atelier-field-kind = Sorte
atelier-field-at = Lieu ou organisme
atelier-field-send_to = Envoyer à
atelier-field-evidence = Papiers à apporter
atelier-field-legal = Textes de loi
atelier-field-audience = Pour qui
atelier-field-slug = Fin de l’adresse de la page
atelier-field-src = Fichier de l’image
atelier-field-when = Dans quel cas
atelier-field-checks = Contrôles
atelier-field-topics = Thèmes
atelier-field-base_url = Adresse du site
atelier-entries = Mots expliqués
atelier-entries-help = Les sigles et les mots difficiles du site. Les pages les écrivent en toutes lettres, ou les expliquent.
atelier-example-base_url = https://www.exemple.fr/
atelier-example-colour = #0b4a75
atelier-example-deadline = dans les deux mois
atelier-example-hours = du lundi au vendredi de 9h à 12h et de 14h à 17h, samedi de 10h à 12h
atelier-example-keywords = carte, papiers, identité
atelier-example-processing_time = 3 semaines
atelier-example-slug = carte-identite
atelier-help-campaign = Sa campagne, une de celles des réglages du site.
atelier-help-campaigns = Un nom court pour chacune, et le titre que lisent les gens.
atelier-help-checks = Ce que guichet vérifie. Une erreur empêche de publier ; un avertissement, non.
atelier-help-colour = La couleur des titres, des filets et des liens : un nom, ou un numéro, assez foncé pour se lire sur du blanc.
atelier-help-free_files = Les dossiers du site publiés tels quels, que des pages nomment leurs fichiers ou non.
atelier-help-hours = Avec des mots, comme on les dit, ou jour par jour.
atelier-help-ink = Combien d’encre prennent les fiches.
atelier-help-jargon = Les pages qui emploient le mot sont signalées, avec le mot plus simple.
atelier-start-phone = « { $phone } » n’est pas un numéro de téléphone : écrivez-en tous les chiffres, ou rien.
atelier-localized-title = Le titre du site.
atelier-help-logo = Le logo en tête de chaque page et de chaque fiche : un dessin (SVG) ou une image.
atelier-help-related = D’autres pages à lire.
atelier-help-src = Le fichier de l’image.
atelier-help-theme = L’habillage du site, si ce n’est pas celui de guichet.
atelier-help-topic = Son thème, un de ceux des réglages du site.
atelier-help-topics = Un nom court pour chacun, et le titre que lisent les gens.
atelier-help-translated_from = Pour une traduction : le code du texte d’origine qu’elle traduit, que guichet donne.
atelier-name-allow = Contrôle
atelier-name-campaigns = Nom court
atelier-name-checks = Contrôle
atelier-name-entries = Mot ou sigle
atelier-name-jargon = Mot difficile
atelier-name-topics = Nom court
atelier-severity-error = Erreur
atelier-severity-off = Ne pas vérifier
atelier-severity-warning = Avertissement
atelier-value-allow = Pourquoi
atelier-value-campaigns = Titre
atelier-value-checks = Que faire
atelier-value-entries = Ce qu’il veut dire
atelier-value-jargon = Mot plus simple
atelier-value-topics = Titre
atelier-hint = Gardez cette fenêtre ouverte tant que vous y travaillez. Pour arrêter : Ctrl + C.
atelier-title = Atelier
atelier-closed = L’atelier n’est ouvert qu’à la personne qui l’a lancé sur cet ordinateur : revenez par l’adresse que guichet a affichée.
atelier-without-script = L’atelier a besoin de JavaScript, que ce navigateur a désactivé. Les pages du site, elles, n’en ont jamais besoin.
atelier-missing = « { $path } » n’existe pas, ou plus.
atelier-outside = L’atelier n’écrit que dans le dossier « content » du site et dans guichet.yaml : « { $path } » n’en fait pas partie.
atelier-changed = « { $path } » a changé entre-temps, dans une autre fenêtre ou dans un autre programme : rien n’a été remplacé.
atelier-moved = « { $path } » s’appelle maintenant « { $to } ».
atelier-deleted = « { $path } » a été supprimé. Ce que vous avez tapé reste gardé dans ce navigateur : ramenez d’abord la page de la corbeille.
atelier-unsaved = { $count ->
    [one] « { $path } » a des changements qui ne sont pas enregistrés : enregistrez d’abord, dans la fenêtre où cette page est ouverte.
   *[other] « { $path } » et d’autres pages ont des changements qui ne sont pas enregistrés : enregistrez d’abord, dans les fenêtres où elles sont ouvertes.
}
atelier-not-renamed = Impossible d’écrire « { $path } » : { $reason }. Rien n’a été renommé ni changé.
atelier-half-renamed = Ces fichiers n’ont pas pu redevenir ce qu’ils étaient : { $files }. Voici pourquoi : { $why }
atelier-delete-folder = « { $path } » est un dossier : supprimez ses pages.
atelier-stumbled = guichet s’est trompé en lisant ce texte : ce que vous avez tapé est gardé, mais n’est pas montré. Le message est dans la fenêtre où l’atelier a été lancé.
atelier-too-much = C’est trop à la fois : choisissez un fichier moins lourd, ou un texte plus court.
atelier-bad-request = L’atelier n’a pas compris cette demande. Rechargez la page : ce que vous avez écrit est gardé.
atelier-too-large = « { $path } » dépasse { $limit } Mo : partagez cette page en plusieurs.
atelier-unclear = Ce champ est écrit d’une façon que le formulaire ne sait pas changer sans toucher aux autres : changez-le dans « Tout le fichier ».
atelier-unrendered = Impossible de montrer cette page : { $reason }
atelier-hours-unread = { $message } { $help }
atelier-bad-week = Une de ces plages horaires finit avant de commencer.
atelier-overlapping-week = Deux plages d’un même jour se chevauchent : { $first } et { $next }.
atelier-language = « { $lang } » n’est pas une langue de ce site : ajoutez-la dans les réglages.
atelier-print-count = Choisissez de 1 à { $most } fiches à imprimer.
atelier-upload-kind = « { $name } » n’est ni une image ni un document que les pages peuvent proposer.
atelier-kind-guide = Guide d’une démarche
atelier-kind-article = Article
atelier-kind-organization = Lieu ou organisme
atelier-kind-page = Page simple
atelier-todo-errors = { $count ->
    [one] Une page a une erreur qui empêche de publier
   *[other] { $count } pages ont des erreurs qui empêchent de publier
}
atelier-todo-reviews = { $count ->
    [one] Une page est à revoir
   *[other] { $count } pages sont à revoir
}
atelier-todo-counters = { $count ->
    [one] Une page envoie vers un lieu que l’annuaire n’a pas
   *[other] { $count } pages envoient vers des lieux que l’annuaire n’a pas
}
atelier-todo-translations = { $count ->
    [one] Une traduction est en retard sur l’original
   *[other] { $count } traductions sont en retard sur l’original
}
atelier-todo-drafts = { $count ->
    [one] Un brouillon attend d’être publié
   *[other] { $count } brouillons attendent d’être publiés
}

serve-listening = Aperçu du site : { $address }
serve-hint = La page se recharge à chaque enregistrement. Pour arrêter : Ctrl + C.
serve-no-port = aucun port libre à partir de { $port }.
serve-no-threads = le système ne laisse pas guichet faire assez de choses à la fois pour l’aperçu : fermez d’autres programmes, ou demandez qu’on relève la limite (« ulimit -u »).
serve-open-failed = impossible d’ouvrir le navigateur : ouvrez { $address } vous-même.
serve-watch-failed = impossible de surveiller les fichiers : { $reason }
serve-problems-title = Ce qu’il reste à corriger
serve-broken-page = Cette page ne peut pas être montrée tant que l’erreur ci-dessous n’est pas corrigée.

## Ligne de commande

usage-unknown-command = la commande « { $command } » n’existe pas.
usage-unknown-argument = l’option « { $argument } » n’existe pas ici.
usage-invalid-value = « { $value } » ne convient pas pour { $argument }. Possibles : { $known }
usage-unreadable-value = « { $value } » ne convient pas pour { $argument }.
usage-missing-argument = il manque : { $argument }
usage-missing-command = il manque une commande.
usage-hint = Pour voir les commandes : guichet --help

value-dir = DOSSIER
value-file = FICHIER
value-folder = DOSSIER
value-kind = GENRE
value-title = TITRE
value-name = NOM
value-place = COMMUNE
value-phone = TÉLÉPHONE
value-rule = CONTRÔLE
value-language = LANGUE
value-target = DESTINATION
value-text = TEXTE
value-number = NUMÉRO
value-code = CODE
value-format = FORMAT
value-port = PORT
value-host = SERVEUR
value-shell = INTERPRÉTEUR

help-default = { " " }(sinon : { $value })
help-about = guichet fait d’un dossier de textes Markdown un site très léger d’information publique.
help-usage = Usage :
help-commands = Commandes{"\u00A0"}
help-command-name = COMMANDE
help-options = Options{"\u00A0"}
help-arguments = À préciser{"\u00A0"}
help-help = Montre cette aide
help-version = Montre la version
help-lang = Langue des messages
help-site = Dossier du site (sinon, celui où l’on est)
help-today = Jour pour lequel le site est fait (sinon, aujourd’hui)
help-format = Forme des messages : text, json, sarif, github ou gitlab
help-drafts = Publie aussi les brouillons
help-no-drafts = Ne montre pas les brouillons
help-init = Crée un petit site prêt à remplir
help-init-dir = Dossier à créer
help-init-name = Nom de l’organisme qui publie le site (ou --nom)
help-init-place = Commune ou territoire, ou code INSEE avec --annuaire (ou --commune)
help-init-phone = Numéro de téléphone où quelqu’un répond (ou --telephone)
help-init-guide = Guide officiel des démarches (le fichier zip, ou le dossier de ses fichiers), qui devient le contenu du site
help-init-annuaire = Annuaire de l’administration, dont le site prend les guichets de la commune
help-new = Crée une page à remplir
help-new-kind = Ce que l’on crée : guide, article, organization ou page
help-new-title = Titre de la page, entre guillemets
help-build = Construit le site, dans public/
help-out = Dossier où écrire le site
help-no-sheets = Ne produit pas les fiches à imprimer
help-strict = Tout avertissement arrête comme une erreur : pour l’intégration continue
help-shard = N’écrit que la part I sur N, pour partager le travail entre machines
help-publish = Construit le site et le publie là où guichet.yaml le dit
help-publish-target = La destination, par son nom dans guichet.yaml (sinon, la première)
help-publish-dry-run = Dit quels fichiers changeraient, et ne publie rien
help-check = Dit tout ce qui ne va pas, sans rien écrire
help-atelier = Ouvre l’atelier dans le navigateur : écrire, vérifier, imprimer, publier
help-fix = Écrit dans les fichiers les corrections dont le sens est sûr, et les montre
help-all = Montre tous les messages, au lieu des premiers de chaque sorte
help-rule = Ne montre que les messages de ce contrôle (dead-link…), tous ; plusieurs séparés par des virgules
help-explain = Explique un contrôle : pourquoi il existe, et que faire
help-hours = Lit des horaires écrits en mots, et dit ce que guichet en comprend
help-hours-text = Les horaires, entre guillemets
help-hours-format = Forme : text ou json
hours-written = À écrire : { $hours }
hours-without-words = { $hours } : guichet n’a pas de mots pour ces horaires ; ils paraîtraient tels quels
help-due = Dit ce qui est à revoir d’ici là, par responsable (60d, 2 mois…)
help-calendar = Avec --due : écrit aussi ces révisions dans un calendrier (iCalendar)
help-serve = Montre le site pendant qu’on l’écrit
help-port = Port, ou le premier libre après lui
help-open = Ouvre le navigateur
help-no-open = N’ouvre pas le navigateur
help-lsp = Aide votre éditeur de texte : erreurs, suggestions, explications
help-sheet = Imprime des pages, une rubrique ou tout le site dans un PDF
help-sheet-file = Le fichier Markdown de la page, ou plusieurs, dont les fiches se suivent dans un seul PDF ; pour un classeur, le _index.md de la rubrique ou du site
help-sheet-format = Le format : { $formats }
help-sheet-out = Le fichier à écrire, PDF ou PNG (une image par page) ; sans lui, le PDF va à la sortie standard
help-sheet-for-printer = Livret et tract : la copie à imprimer, deux pages sur un A4, à plier ou à couper
help-sheet-duplex = Plusieurs fiches en recto verso : chacune commence au recto d’une feuille
help-sheet-data = Écrit, au lieu du PDF, ce que lit le modèle de la fiche (JSON)
sheet-no-ending = une fiche ne s’écrit pas en « .{ $ending } » : donnez un nom qui finit par .pdf, ou par .png pour des images
sheet-only-pdf = plusieurs fiches ne s’écrivent ensemble qu’en PDF : pour des images ou pour --data, donnez un seul fichier
sheet-to-terminal = un PDF ne se lit pas dans un terminal : donnez-lui un fichier, par exemple « guichet sheet { $file } -o { $name } »
sheet-no-page = { $file } n’est pas une page de ce site
sheet-no-format = { $file } n’a pas de fiche « { $format } » ; choisissez parmi : { $known }
sheet-none = { $file } n’a pas de fiche « { $format } »
sheet-nothing = { $file } n’a rien à imprimer au format « { $format } » : { $format ->
    [bilingue] la page n’a pas de traduction
   *[other] la rubrique n’a pas de page
}
sheet-not-written = { $file } ne peut pas être écrit : { $reason }
help-report = Dit de quelles façons se font les démarches, et lesquelles ne se font que sur Internet
help-report-format = Forme du rapport : text, html, csv ou json
help-report-out = Le fichier à écrire ; sans lui, le rapport va à la sortie standard
help-import = Écrit dans le site le contenu d’une autre source
help-import-service-public = Le guide officiel « Vos droits et démarches » de service-public.fr, en XML
help-import-annuaire = L’annuaire de l’administration, pour des communes : le fichier de la DILA ou le CSV de son API
help-import-annuaire-commune = Une commune, par son code INSEE (non postal) ; plusieurs, avec des virgules
help-import-annuaire-departement = Un département, par son numéro
help-import-annuaire-siren = Les communes d’une intercommunalité, par le numéro SIREN de celle-ci
help-import-inclusion = Les structures et services sociaux de data·inclusion : JSON ou CSV, un fichier ou un dossier
help-import-inclusion-commune = Une commune, par son code INSEE (non postal) ; plusieurs, avec des virgules
help-import-inclusion-departement = Un département, par son numéro
help-import-inclusion-siren = Les structures d’un organisme public, par son numéro SIREN ; d’une intercommunalité, aussi ses services
help-import-hugo = Un site fait avec Hugo
help-import-zola = Un site fait avec Zola
help-import-jekyll = Un site fait avec Jekyll
help-import-wordpress = Un site fait avec WordPress, par son export (WXR)
help-import-source = Le dossier ou le fichier à lire
help-import-since = Dit aussi ce que la source a changé depuis ce jour, selon ses propres dates
help-import-dry-run = Dit ce qui changerait, et n’écrit rien
help-import-withdraw = Retire ce que la source n’a plus, même si c’est plus de la moitié
help-bundle = Emporte le site : un zip pour une clé USB, ou un livre EPUB
help-bundle-format = kit (tout le site, en zip) ou epub (une rubrique, en livre)
help-bundle-section = Rubrique du livre, par exemple guides ; sans elle, tout le site
help-bundle-language = Langue du livre, par exemple ar ; sans elle, celle du site
help-bundle-out = Fichier à écrire
bundle-written = { $out } : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $weight }
bundle-errors = rien n’a été écrit : ces erreurs empêchent de publier.
bundle-not-written = Rien n’a été écrit. Corrigez les erreurs ci-dessus, puis recommencez.
bundle-no-section = il n’y a pas de rubrique « { $section } » en langue { $language }. Rubriques : { $known }
kilobytes = { $count } ko
megabytes = { $count } Mo
help-headers = Affiche les en-têtes pour un serveur : durée de garde, politique de sécurité
help-headers-host = apache, netlify (ou Cloudflare Pages), nginx ou caddy
help-record = Relève ce qui est publié : les éditions des fiches et le rapport du jour, dans records/
help-record-note = Ce qui a changé, avec vos mots, pour toutes les fiches changées
help-schema = Écrit le schéma JSON des en-têtes, pour la complétion dans un éditeur
help-schema-file = De quel fichier : page, config ou glossary
help-theme = Gère l’habillage
help-eject = Écrit les fichiers de l’habillage intégré, pour les changer
help-eject-name = Nom du dossier sous themes/
help-completions = Écrit de quoi compléter les commandes dans un terminal
help-shell = Pour quel interpréteur : bash, elvish, fish, powershell ou zsh
help-man = Écrit la page de manuel

## Dans le programme de l’éditeur : guichet lsp

lsp-mend-all = Corriger dans ce fichier tout ce qui se corrige tout seul
lsp-required = Obligatoire.
lsp-choices = Une de ces valeurs : { $names }.
lsp-fields = Ses champs : { $names }.
lsp-list = Il peut y en avoir plusieurs.
lsp-kind = une sorte d’organisme
lsp-no-site = Ce dossier n’est pas celui d’un site, faute de guichet.yaml : { $path }
lsp-not-read = Ce fichier n’est pas un texte d’un site : { $path }

## Diagnostics : un message, puis ce qu’il faut écrire à la place.

unreadable = ce fichier ne peut pas être lu : { $reason }
    .help = vérifiez que vous avez le droit de le lire
    .help-font = mettez à sa place une police qui s’ouvre, ou effacez-le : ce n’est pas une police, ou elle est abîmée
    .help-missing = créez ce dossier : c’est là que se placent les pages du site
file-too-large = ce fichier pèse plus de { $limit } ko, le plus que guichet lit d’un texte
    .help = partagez-le en plusieurs pages
invalid-utf8 = ce texte n’est pas en UTF-8
    .help = dans votre éditeur, enregistrez-le avec l’encodage UTF-8
nul-byte = ce fichier contient un caractère nul : ce n’est pas un texte
    .help = effacez ce caractère, ou le fichier s’il s’est glissé là par erreur
symbolic-link = ce lien symbolique ne mène à aucun fichier du dossier content/
    .help = copiez le fichier lui-même à cet endroit
bad-file-name = ce nom de fichier ne peut pas devenir une adresse
    .help = renommez le fichier avec des lettres, des chiffres et des tirets
unpublished-file = { $cause ->
    [kind] ce fichier n’est pas publié : guichet ne connaît pas cette sorte de fichier
    [server] ce fichier n’est pas publié : sous ce nom, les serveurs cherchent leurs réglages
   *[unnamed] ce fichier n’est pas publié : aucune page n’y mène
}
    .help = pour le publier, écrivez dans une page un lien vers lui : { $link } ; sinon, retirez-le de content/
    .help-folder = pour le publier, écrivez dans une page un lien vers lui : { $link } ; pour publier tout son dossier tel quel, écrivez dans guichet.yaml « fichiers-libres: [{ $folder }] » ; sinon, retirez-le de content/
    .help-kind = peuvent être publiés les textes Markdown, les images et ces fichiers : { $published } ; tout autre fichier, dans un dossier servi tel quel (« fichiers-libres » dans guichet.yaml)
    .help-server = si c’est voulu, écrivez dans guichet.yaml « fichiers-libres: [{ $path }] » ; sinon, renommez-le ou retirez-le de content/
    .help-no-file = ce n’est pas un fichier ordinaire : retirez-le de content/
    .help-yaml = seul « glossary.yaml » est lu ici (et « glossary.en.yaml » pour une autre langue)
unknown-folder = le dossier « { $folder } » n’est pas dans content/, ou ne contient aucun fichier à servir tel quel
    .help = écrivez le nom d’un dossier de content/, ou retirez cette ligne
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
data-without-address = les données ne sont pas publiées : les autres programmes reconnaissent à son adresse ce qu’un site décrit, et celle de ce site n’est pas connue
    .help = écrivez dans guichet.yaml l’adresse du site, par exemple « adresse: https://exemple.fr/ », ou retirez « données »
unsafe-svg = cette image SVG contient ce qui pourrait s’exécuter ou charger autre chose : { $what }
    .help = guichet l’ôte de l’image publiée ; regardez-la, puis enregistrez-la de nouveau sans cela
no-configuration = { $cause ->
    [folder] le dossier { $folder } n’existe pas
   *[file] il n’y a pas de fichier guichet.yaml : ce dossier n’est pas un site
}
    .help = allez dans le dossier du site, ou créez-en un avec « guichet init »
    .help-folder = vérifiez son nom après « --site », ou créez le site avec « guichet init { $folder } »
bad-yaml = { $cause ->
    [colon] ce texte contient « : », que YAML prend pour la fin d’un nom de champ
    [quote] ce guillemet n’est pas refermé
    [after-quote] il y a du texte après le guillemet fermant
    [tab] cette ligne commence par une tabulation
    [indent] cette ligne n’est pas alignée avec celles qui l’entourent
    [stray] cette ligne n’est pas un champ : il y manque un nom et « : »
    [dash] ce champ ne prend pas de liste, et son texte commence par un tiret
    [no-colon] il manque « : » après le nom de ce champ
    [fields-below] ce texte a des champs en retrait dessous : un champ est ou bien un texte, ou bien des champs
    [list-below] ce texte a une liste en retrait dessous, et ce champ ne prend pas de liste
    [large] cet en-tête contient plus de valeurs que guichet n’en lit
    [deep] ce champ est en retrait sous plus de champs que guichet n’en lit
   *[other] cette ligne n’est pas écrite comme un champ, et ne peut pas être lue
}
    .help = écrivez un champ par ligne, « nom: texte », le texte entre guillemets droits s’il contient des signes ; ou effacez cette ligne
    .help-colon = mettez ce texte entre guillemets, par exemple titre: "Aide : les étapes"
    .help-quote = ajoutez le guillemet qui manque à la fin du texte, ou ôtez le premier
    .help-after-quote = mettez tout le texte entre guillemets droits, et écrivez « » à l’intérieur
    .help-tab = remplacez la tabulation par des espaces
    .help-indent = alignez les champs les uns sous les autres ; ce qui dépend d’un champ est en retrait sous lui
    .help-stray = donnez-lui un nom de champ, ou effacez-la ; la suite d’un texte se met en retrait sous son champ
    .help-dash = ôtez le tiret ; s’il fait partie du texte, mettez le tout entre guillemets droits
    .help-no-colon = écrivez le nom du champ, « : », puis ce qu’il dit ; si c’est la suite d’un texte, mettez-la en retrait sous son champ
    .help-fields-below = si c’est la suite du texte, mettez le tout entre guillemets, sur une seule ligne ; si ce sont des champs, alignez-les sur celui du dessus, ou mettez ce texte sous son champ avec eux, lui aussi avec un nom et « : »
    .help-list-below = ôtez les tirets : ce qui a un nom et « : » s’aligne sur le champ du dessus, le reste est la suite du texte
    .help-large = réduisez-le ; une ancre (&) répétée compte chaque fois
    .help-deep = aucun champ n’en a autant au-dessus de lui : remettez-le sous celui auquel il appartient, ou effacez-le
as-meant = { $cause ->
    [colon] ce texte contient « : », que YAML prend pour la fin d’un nom de champ ; il est lu en entier, comme un texte
    [comment] YAML s’arrêterait de lire au « # » ; ce texte est lu en entier
    [quote] ce guillemet n’est pas refermé ; le texte est lu jusqu’au bout de la ligne
    [after-quote] il y a du texte après le guillemet fermant ; tout est lu comme un texte
    [inner-quote] des guillemets entourent un texte qui en contient ; le texte est lu sans ceux qui l’entourent
    [curly-quotes] ces guillemets ne font pas partie du texte ; ils sont ôtés
    [bracket] ce crochet ou cette accolade n’est pas refermé ; il est lu comme s’il l’était au bout de la ligne
    [emphasis] ces astérisques s’imprimeraient tels quels ; ils sont ôtés
    [mark] ce texte commence par un signe que YAML garde pour lui ; il est lu tel quel
    [bullet] « { $written } » est lu comme le tiret d’une liste
    [escape] entre guillemets, « \ » a un sens pour YAML ; il est lu comme un signe du texte
    [block] ce signe annonce un texte sur les lignes d’après ; le texte est sur la même ligne, et le signe n’est pas lu
    [comma] cette virgule est de trop ; elle n’est pas lue
    [item] les champs de l’en-tête ne sont pas une liste ; ce tiret n’est pas lu
    [under] cette ligne est lue comme ce que dit le champ du dessus
    [above] il manque la ligne « --- » au-dessus de l’en-tête ; il est lu comme si elle y était
    [fence] « { $written } » est lu comme la ligne « --- » qui entoure l’en-tête
    [rule] la ligne « { $written } » est de trop ; elle n’est pas lue
    [first] ce texte a une liste dessous ; il est lu comme le premier élément de cette liste
    [encoding] ce texte n’est pas en UTF-8 ; il est lu en { $written }
    [items] « { $written } » est lu comme plusieurs éléments de la liste
    [answer] « { $written } » ne dit rien à qui lit la page ; ce champ est lu comme vide
    [none] « { $written } » est lu comme un champ vide
    [alone] ce champ ne prend qu’un texte, sans tiret ni crochets ; « { $meant } » est lu comme ce texte
    [dashes] ces champs ne sont pas une liste ; leurs tirets ne sont pas lus
    [sign] ce signe est de trop ; il n’est pas lu
    [first-field] un champ est sur la même ligne que « --- » ; il est lu comme s’il était en dessous
    [twice] le champ « { $key } » est écrit deux fois ; ce que disent l’un et l’autre est lu ensemble
    [idle] le champ « { $key } » est écrit deux fois ; cette fois, il ne dit rien de plus
    [field] ce texte a des champs dessous ; il est lu comme l’un d’eux
    [tab] des lignes commencent par une tabulation ; elle est lue comme des espaces
    [indent] ce champ est en retrait ; il est lu comme s’il ne l’était pas
   *[other] « { $written } » est lu comme « { $meant } »
}
    .help = écrivez : { $meant }
    .help-above = ajoutez une ligne « --- » tout en haut du fichier ; « guichet check --fix » le fait
    .help-tab = remplacez chaque tabulation par des espaces ; « guichet check --fix » le fait
    .help-indent = alignez-le sur le champ du dessus ; « guichet check --fix » le fait
    .help-sign = ôtez ce signe ; « guichet check --fix » le fait
    .help-under = mettez-la en retrait ; « guichet check --fix » le fait
    .help-rule = ôtez cette ligne ; « guichet check --fix » le fait
    .help-first = mettez-le sur une ligne à part, au début de la liste : { $meant }
    .help-field = mettez-le sur une ligne à part, en retrait, avec les champs dessous : { $meant }
    .help-encoding = enregistrez-le avec l’encodage UTF-8 ; « guichet check --fix » le fait
    .help-items = mettez chacun sur sa ligne, après un tiret ; « guichet check --fix » le fait
    .help-items-by-hand = mettez chacun sur sa ligne, après un tiret
    .help-answer = écrivez ce qui doit se lire, ou ôtez ce champ
    .help-none = ôtez ce champ, ou laissez-le vide ; « guichet check --fix » le vide
    .help-alone = écrivez-le sur la ligne du champ : { $meant }
    .help-alone-by-hand = ôtez le tiret ou les crochets
    .help-dashes = ôtez les tirets devant ces champs ; « guichet check --fix » le fait
    .help-first-field = mettez-le sur la ligne d’après : { $meant }
    .help-twice = mettez tout sous un seul « { $key } » ; « guichet check --fix » le fait
    .help-twice-by-hand = mettez tout sous un seul « { $key } »
    .help-idle = ôtez cette ligne ; « guichet check --fix » le fait
    .help-idle-by-hand = ôtez-le ici
    .help-bullet = écrivez un tiret et une espace ; « guichet check --fix » le fait
unclosed-front-matter = { $case ->
    [both] il manque les lignes « --- » au-dessus et au-dessous de l’en-tête
    [behind] l’en-tête n’est pas tout en haut du fichier : il y a quelque chose avant
   *[after] l’en-tête commence par « --- » et ne se termine pas
}
    .help = { $case ->
    [both] ajoutez une ligne « --- » tout en haut du fichier, et une autre entre l’en-tête et le texte
    [behind] mettez l’en-tête, de « --- » à « --- », tout en haut du fichier ; ce qui était avant va en dessous, et le titre de la page dans l’en-tête : « titre: … »
   *[after] ajoutez une ligne « --- » entre l’en-tête et le texte
}
unknown-key = « { $key } » ne fait pas partie des champs possibles ici
    .help = champs possibles : { $known }
    .help-first = champs possibles : { $known } Pour les voir tous, et ce qu’ils disent : guichet check --explain unknown-key
    .help-none = tous les champs possibles sont écrits : mettez ce que dit celui-ci dans l’un d’eux, ou dans le texte, et ôtez-le
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
    .help-written = le champ « { $nearest } » est déjà écrit : mettez-y ce que dit celui-ci, et ôtez-le
    .help-route = écrivez ce champ sous « canaux », en retrait sous « { $route } » ; s’il y a déjà un texte là, mettez-le dessous lui aussi, avec un nom de champ et « : »
    .help-image = une image se met dans le texte, sous l’en-tête : ![ce qu’elle montre](photo.jpg) ; ôtez ce champ
    .help-contact = dites à qui s’adresser sous « canaux » (sur-place, papier, téléphone), et ôtez ce champ
    .help-text = il n’y a pas de champ pour cela : dites-le dans le texte, sous l’en-tête, et ôtez ce champ
    .help-language = ôtez ce champ : la langue d’une page est dans le nom de son fichier, comme acte.en.md
    .help-channel = mettez-le, et ce qui en dépend, en retrait sous « canaux: »
duplicate-key = le champ « { $key } » est déjà écrit à la ligne { $line }, et dit autre chose
    .help = gardez celui qui est juste, et ôtez l’autre
    .help-texts = mettez les deux textes en un seul « { $key } », ou gardez celui qui est juste
    .help-fields = mettez tout sous un seul « { $key } », en retrait, avec un nom de champ devant chaque texte
    .help-name = gardez celui qui est juste, ou donnez à l’autre un autre nom
wrong-type = { $expected ->
    [text] il faut ici un texte
    [bool] il faut ici « oui » ou « non »
    [number] il faut ici un nombre entier
    [pixels] il faut ici un nombre de pixels, de 16 à 2000
    [date] il faut ici une date
    [period] il faut ici une durée
    [money] il faut ici un montant
    [phone] il faut ici un numéro de téléphone
    [hours] il faut ici des horaires
    [address] il faut ici une adresse, une ligne après l’autre
    [coordinates] il faut ici une latitude et une longitude, en degrés
    [url] il faut ici une adresse web
    [mapping] il faut ici des champs, un par ligne
    [exceptions] il faut ici le nom d’un contrôle, puis la raison de l’exception
    [key] il faut ici un nom de champ
   *[other] cette valeur ne convient pas
}{ $found ->
    [null] { "" }, et il n’y a rien
    [list] { "" }, et non une liste
    [mapping] { "" }, et non des champs
    [text] { $expected ->
        [mapping] { "" }, et non un texte
       *[other] { "" }
    }
   *[other] { "" }
}
    .help = { $expected ->
        [pixels] écrivez par exemple : 640
        [coordinates] écrivez par exemple : 48.04, -1.60
        [date] écrivez l’année, le mois et le jour : 2026-10-01
        [mapping] écrivez par exemple « nom: … » sur une ligne, en retrait sous le champ
        [exceptions] écrivez « exceptions: » seul sur sa ligne, puis dessous, en retrait, une ligne par contrôle, comme « no-route: la raison »
        [text] écrivez un seul texte, sans tiret ni crochets ; s’ils en font partie, ou s’il contient « : » ou « # », mettez-le entre guillemets droits
       *[other] regardez un autre guide, ou la liste des champs dans la documentation
    }
    .help-fields = écrivez un champ par ligne, en retrait, chacun avec « : » et ce qu’il dit ; champs possibles : { $known }
unknown-value = « { $value } » n’est pas possible ici
    .help = écrivez l’un de ces mots : { $known }
    .help-nearest = vouliez-vous écrire « { $nearest } » ? Mots possibles : { $known }
missing-key = il manque le champ « { $key } »
    .help = ajoutez une ligne « { $key }: … »
    .help-entry = écrivez après le mot et « : » ce qu’il veut dire, ou ôtez-le
    .help-target = dans « publication », à côté de « dossier », écrivez aussi « { $key }: … », par exemple : publication: {"{"} hôte: ssh.exemple.fr, utilisateur: mairie, dossier: www {"}"}
missing-title = { $case ->
    [heading] le titre de cette page est dans son texte, et non dans son en-tête
   *[other] cette page n’a pas de titre
}
    .help = ajoutez en tête du fichier une ligne « titre: … », entre deux lignes « --- »
    .help-heading = à la place de ce titre, écrivez tout en haut du fichier la ligne « { $line } », entre deux lignes « --- » ; « guichet check --fix » le fait
    .help-heading-below = ôtez-le du texte, et écrivez dans l’en-tête « { $line } » ; « guichet check --fix » le fait
bad-date = { $cause ->
    [weekday] « { $value } » : le { $meant } est un { $weekday ->
        [monday] lundi
        [tuesday] mardi
        [wednesday] mercredi
        [thursday] jeudi
        [friday] vendredi
        [saturday] samedi
       *[sunday] dimanche
    }
   *[other] « { $value } » n’est pas une date
}
    .help = écrivez l’année, le mois et le jour : 2026-10-01
    .help-weekday = écrivez le bon jour, sans celui de la semaine : { $meant } si c’est lui
    .help-among = n’écrivez ici que le jour : { $meant } ; le reste va dans le texte de la page
bad-phone = { $cause ->
    [several] « { $value } » : il y a plusieurs numéros dans ce champ, qui n’en prend qu’un
    [digits] « { $value } » a { $count } chiffres : ce n’est pas un numéro français
    [country] « { $value } » commence par un indicatif qu’aucun pays n’a
    [abroad] « { $value } » est plus court ou plus long que les numéros de ce pays
   *[other] « { $value } » n’est pas un numéro de téléphone
}
    .help = écrivez les dix chiffres (0X XX XX XX XX) ou un numéro court (39 39) ; le reste va dans « libellé »
    .help-several = faites-en une liste, un numéro par ligne : « - numéro: { $first } », puis « - numéro: { $second } »
    .help-digits = écrivez les dix chiffres, zéro compris (0X XX XX XX XX), ou le numéro court (17, 115, 39 39, 116 117) ; ailleurs qu’en France, + et l’indicatif du pays d’abord (+32 2 123 45 67, +687 26 00 00)
    .help-country = écrivez + et l’indicatif du pays, puis le numéro entier sans son premier zéro : +32 2 123 45 67 ; un numéro français s’écrit aussi sans indicatif, avec ses dix chiffres
bad-hours = { $case ->
    [word] « { $value } » : « { $part } » n’est pas compris dans ces horaires
    [date] « { $value } » : « { $part } » n’existe pas
    [except-part] « { $value } » : avec « { $part } », on ne sait pas ce qui est ouvert et ce qui est fermé
    [except] « { $value } » : on ne sait pas ce qui est ouvert et ce qui est fermé
    [until-part] « { $value } » : dans « { $part } », on sait quand cela finit, pas quand cela commence
    [until] « { $value } » : on sait quand cela finit, pas quand cela commence
    [season-part] « { $value } » : dans « { $part } », on sait quand cela commence, ou quand cela finit, mais pas les deux
    [season] « { $value } » : on sait quand cela commence, ou quand cela finit, mais pas les deux
    [every-other-part] « { $value } » : dans « { $part } », on ne sait pas de quelles semaines il s’agit
    [every-other] « { $value } » : on ne sait pas de quelles semaines il s’agit
    [half-part] « { $value } » : dans « { $part } », une demi-journée n’a pas d’heures
    [half] « { $value } » : une demi-journée n’a pas d’heures
    [twice-part] « { $value } » : avec « { $part } », un même jour a des heures à deux endroits
    [twice] « { $value } » : un même jour a des heures à deux endroits
    [incomplete-part] « { $value } » : on ne sait pas quels jours et quelles heures vont ensemble avec « { $part } »
   *[incomplete] « { $value } » : ces horaires ne sont pas compris
}
    .help = écrivez par exemple « du lundi au vendredi de 9h à 12h et de 14h à 17h, le samedi de 9h à 12h, fermé les jours fériés » ; ce qui n’est pas un horaire va dans « remarque » (dans la page d’un organisme, « remarque-horaires »)
    .help-date = écrivez une date du calendrier
    .help-except = dites d’abord ce qui est ouvert, puis ce qui est fermé, par exemple « du lundi au vendredi de 9h à 17h, fermé le mercredi de 14h à 17h » ; si un jour a d’autres heures, dites-les à part, par exemple « du lundi au jeudi de 9h à 17h, le vendredi de 9h à 16h »
    .help-until = écrivez aussi l’heure d’ouverture, par exemple « le lundi de 9h à 17h »
    .help-season = écrivez les deux dates, par exemple « du 1er septembre au 30 juin, le lundi de 9h à 12h »
    .help-every-other = dites lesquelles, par exemple « les semaines paires, le mardi de 9h à 12h » ou « le premier et le troisième mardi du mois de 9h à 12h »
    .help-half = écrivez les heures de cette demi-journée, par exemple « le samedi de 9h à 12h sur rendez-vous »
    .help-twice = dites toutes les heures d’un jour ensemble, par exemple « le lundi de 9h à 12h, le mardi de 9h à 12h et de 14h à 17h »
bad-money = « { $value } » n’est pas un montant
    .help = écrivez un nombre, par exemple 25 ou 25,50
bad-duration = « { $value } » n’est pas une durée
    .help = écrivez par exemple 12 mois, 2 ans ou 60 jours
bad-url = « { $value } » n’est pas une adresse web
    .help = écrivez-la en entier, par exemple https://exemple.fr/page
bad-email = « { $value } » n’est pas une adresse de courriel
    .help = écrivez une seule adresse, par exemple mairie@exemple.fr ; s’il n’y en a pas, ôtez cette ligne
bad-colour = « { $value } » n’est pas une couleur
    .help = écrivez un de ces noms : { $known } ; ou un numéro, comme #0b4a75 (entre guillemets dans guichet.yaml)
faint-colour = la couleur « { $value } » est trop claire : sur du blanc, son contraste est de { $contrast } pour 1, et il en faut 7 pour que chacun puisse lire
    .help = écrivez "{ $darker }", la même en plus foncé, ou choisissez-en une autre
bad-language = « { $value } » n’est pas une langue{ $case ->
    [unlisted] { " " }de ce site
   *[other] { "" }
}
    .help = écrivez le code de la langue : fr, en, ar, kab…
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
    .help-unlisted = ajoutez-la dans guichet.yaml (« langues: »), ou ôtez-la du nom du fichier
bad-slug = « { $value } » ne peut pas faire partie d’une adresse
    .help = écrivez des minuscules sans accent, des chiffres et des tirets : { $nearest }
unknown-check = il n’y a pas de contrôle réglable nommé « { $name } »
    .help = contrôles réglables : { $known }
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
too-deep = ce texte emboîte plus de { $limit } listes ou citations
    .help = partagez le texte en parties plus simples
bad-alias = « { $value } » ne peut pas être une ancienne adresse de cette page
    .help = écrivez un chemin depuis le haut du site, par exemple « /2019/05/greve/ » : celui d’une page, et non d’un fichier que le serveur lit
duplicate-address = cette page aurait la même adresse ({ $address }) que { $other }
    .help = renommez l’un des deux fichiers, ou donnez-lui une autre « adresse-page »
    .help-alias = ôtez cette ancienne adresse : les majuscules et la façon de coder les accents ne comptent pas
own-address = cette page prend la place d’une page que guichet fait lui-même ({ $address })
    .help = renommez le fichier ; si c’est voulu, dites-le : « exceptions: {"{"} own-address: "la raison" {"}"} »
template-text = « { $text } » vient du modèle que guichet a écrit : ce n’est pas à publier
    .help = remplacez-le par ce qui est vrai, ou effacez-le
dead-link = le lien « { $link } » ne mène nulle part
    .help = retirez le lien, ou écrivez le chemin d’un fichier qui existe, depuis cette page
    .help-empty = entre les parenthèses, écrivez l’adresse ou le chemin de la page ; ou ôtez les crochets et les parenthèses
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
    .help-term = ajoutez cette entrée au glossaire, ou ôtez le lien
    .help-draft = « { $file } » est un brouillon : effacez sa ligne « brouillon » pour le publier, ou ôtez ce lien
    .help-contact = pour écrire ou pour appeler, l’adresse du lien est : { $nearest }
    .help-web = si c’est une adresse web, écrivez-la en entier : { $nearest }
    .help-withdrawn = l’import retire cette page ; ôtez le lien, ou écrivez le chemin d’une autre page
    .help-replaced = l’import retire cette page, que remplace « { $nearest } » : écrivez ce chemin à la place
dead-anchor = la page { $page } n’a pas de titre « #{ $anchor } »
    .help = ôtez « #{ $anchor } », ou écrivez l’ancre d’un titre de cette page
    .help-nearest = vouliez-vous écrire « #{ $nearest } » ?
unsafe-link = le lien « { $link } » n’est pas permis : il pourrait exécuter du code, ou aucun navigateur ne le suivrait
    .help = écrivez une adresse en https:, mailto: ou tel:, ou le chemin d’une page
    .help-web = écrivez l’adresse en entier : { $nearest }
missing-image = l’image « { $image } » n’existe pas
    .help = placez le fichier à côté de la page, ou corrigez son chemin
    .help-content = placez le fichier dans le dossier content/, par exemple content/images/logo.svg, et écrivez ici : images/logo.svg
    .help-nearest = vouliez-vous écrire « { $nearest } » ?
    .help-elsewhere = une page ne charge rien d’ailleurs : copiez l’image dans le site
    .help-format = le fichier est là, et les navigateurs ne savent pas l’afficher : enregistrez l’image en JPEG ou en PNG, et écrivez ici le nom du nouveau fichier
unknown-image-style = « #{ $style } » n’est pas une façon de montrer cette image
    .help = après son nom, écrivez une de ces façons : { $known }
    .help-nearest = vouliez-vous écrire « #{ $nearest } » ?
    .help-vector = un dessin SVG est montré tel qu’il est : ôtez « #{ $style } »
moving-image = l’image « { $image } » bouge ; seul son premier dessin est publié
    .help = dites le mouvement avec des mots, ou écrivez « #original » après son nom pour publier le fichier tel quel
unused-image = cette image n’est sur aucune page, et n’est donc pas publiée
    .help = montrez-la sur une page, ou supprimez le fichier
oversized-image = l’image « { $image } » pèse { $size } ko une fois publiée ; le budget est de { $budget } ko
    .help = recadrez-la sur ce qui compte, ou écrivez « #gris » après son nom ; une image publiée telle quelle (#original) doit être allégée avant
bad-image = { $cause ->
    [large] cette image a plus de { $limit } millions de pixels
    [format] guichet ne lit pas les images AVIF, que les anciens appareils ne savent pas afficher
    [cut] cette image est coupée : le fichier s’arrête avant la fin
   *[damaged] cette image ne peut pas être lue
    }
    .help = enregistrez-la de nouveau en PNG, JPEG, WebP ou GIF
    .help-large = réduisez ses dimensions : une page en montre 480 pixels de côté, sauf demande contraire
    .help-cut = copiez le fichier de nouveau depuis l’appareil ou le message d’où il vient ; si vous n’avez que celui-ci, recadrez ce qui se voit et enregistrez-le de nouveau
unread-link = « { $link } » n’est lu ni comme un lien ni comme une image
    .help = écrivez { $start }(adresse)
    .help-gap = ôtez l’espace entre les crochets et la parenthèse : { $start }({ $address })
    .help-unclosed = fermez la parenthèse après l’adresse
    .help-quotes = mettez la légende entre deux guillemets droits : { $start }({ $address } "légende")
    .help-space = l’adresse a une espace : mettez-la entre < et >, { $start }(<{ $address }>), ou renommez le fichier
    .help-contact = pour écrire ou pour appeler, écrivez { $start }({ $meant })
    .help-line = l’adresse est coupée par une fin de ligne : écrivez-la sur une seule ligne
    .help-key = écrivez { $start }(adresse) ; ou, sur une ligne à part, [{ $address }]: adresse
unread-mark = « { $mark } » n’est pas lu comme vous l’entendez
    .help = écrivez-le en Markdown, ou mettez une barre oblique inversée devant pour le montrer
    .help-heading = pour un titre, mettez deux dièses et une espace : ## Titre ; pour montrer le dièse, écrivez \#
    .help-strong = fermez le gras par ** contre le dernier mot, ou ôtez ces étoiles ; pour les montrer, écrivez \*\*
    .help-row = un tableau a deux lignes au moins, avec le même nombre de cases : | a | b | ; pour montrer une barre, écrivez \|
    .help-tabs = mettez le même nombre de colonnes sur chaque ligne, ou des espaces à la place des tabulations
    .help-spip = c’est un raccourci de SPIP qui n’a pas de sens ici : écrivez ![description](image.jpg) ou [mots](page.md), ou ôtez-le
    .help-shortcode = c’est le code d’un autre logiciel : écrivez en Markdown ce qu’il montrait, ou ôtez-le
    .help-numbers = cette liste serait numérotée de un en un : mettez ses numéros dans l’ordre, ou une barre oblique inversée devant le point ou la parenthèse, comme 25\. décembre
    .help-hyphen = on ne sait pas si ce trait d’union coupe le mot ou en fait partie : écrivez le mot entier sur une seule ligne
    .help-fence = ce bloc n’est jamais fermé, et tout ce qui suit en fait partie : fermez-le par la même marque sur une ligne à part, ou ôtez cette ligne
    .help-html = entre deux balises, Markdown n’est pas lu : laissez une ligne vide après celle qui ouvre et avant celle qui ferme, ou ôtez ces balises
    .help-reference = aucun lien ne porte ce nom : écrivez [mots][nom] dans le texte, ou ôtez cette ligne
extra-cell = cette ligne a plus de cases que la première ligne du tableau : « { $mark } »
    .help = nommez toutes les colonnes sur la première ligne, avec autant de --- sur la deuxième ; si une barre fait partie du texte, écrivez \|
hidden-text = « { $mark } » n’est jamais fermé : tout ce qui suit serait caché
    .help = fermez-le où finit ce qui est caché : --> pour un commentaire, </script> ou </style> pour les autres ; ou ôtez-le
vague-link = le lien « { $link } » ne dit pas où il mène
    .help = dites-le entre les crochets : [l’annuaire des mairies](…)
    .help-page = dites-le entre les crochets : [{ $title }]({ $destination })
    .help-field = dites ce que l’on y trouve, par exemple : l’annuaire des mairies
missing-alt = l’image « { $image } » n’a pas de texte pour ceux qui ne la voient pas
    .help = entre les crochets, dites ce qu’elle montre : ![Le guichet de la mairie](…)
    .help-field = sous « image: », écrivez deux lignes en retrait : « fichier: { $image } », puis « texte: ce qu’elle montre »
heading-order = le titre « { $title } » { $case ->
    [title] est un second titre de page
   *[other] saute un niveau
}
    .help = écrivez-le avec « { $right } », ou ajoutez au-dessus le titre qui manque
    .help-first = le titre de la page est déjà dans l’en-tête : commencez les titres du texte par « ## »
    .help-again = ôtez cette ligne : la page montre déjà son titre, qui est dans l’en-tête ; « guichet check --fix » le fait
footnote = la note « { $label } » { $case ->
    [twice] est écrite deux fois
   *[other] n’a pas à la fois un appel et un texte
}
    .help = dans le texte : [^{ $label }] ; plus bas, sur une ligne à part : [^{ $label }]: le texte de la note
    .help-empty = écrivez son texte après les deux points, sur la même ligne : [^{ $label }]: le texte de la note
    .help-twice = donnez un autre nom à cette note, à son appel comme à son texte : [^{ $label }-2]
raw-html = « { $name } » n’est pas permis dans une page : c’est retiré
    .help = écrivez en Markdown ; le HTML ne peut contenir que du texte, des tableaux et des liens vers d’autres sites
    .help-img = écrivez l’image en Markdown : ![ce qu’elle montre](chemin/de/l-image.png)
    .help-href = écrivez ce lien en Markdown : [texte](chemin/de/la-page.md)
unknown-organization = « { $name } » n’est ni un organisme de l’annuaire, ni une sorte d’organisme
    .help = écrivez l’un de ces noms : { $known } ; ou créez-le : guichet new organization "{ $title }"
    .help-none = l’annuaire est vide : créez-le avec guichet new organization "{ $title }"
    .help-answer = écrivez à qui s’adresser, par l’un de ces noms : { $known } ; s’il n’y a personne, ôtez ce champ
    .help-answer-none = écrivez à qui s’adresser : mairie, caf, ou le nom d’un fichier de content/organizations ; s’il n’y a personne, ôtez ce champ
    .help-nearest = vouliez-vous écrire « { $nearest } » ? Sinon, créez-le : guichet new organization "{ $title }"
    .help-draft = « { $file } » est un brouillon : complétez-le, puis effacez sa ligne « brouillon »
    .help-publisher = c’est une sorte d’organisme, et l’annuaire n’en a pas : créez l’éditeur du site avec guichet new organization "{ $title }"
    .help-name = s’il n’est pas dans l’annuaire, écrivez « { $meant }: » au lieu de « { $key }: » ; ou créez-le : guichet new organization "{ $title }"
unknown-topic = « { $name } » n’est pas un thème de ce site
    .help = écrivez l’un de ces noms : { $known } ; ou ajoutez-le dans guichet.yaml, sous « thèmes: »
    .help-none = ajoutez-le dans guichet.yaml, sous « thèmes: » : le site n’en a pas encore
    .help-nearest = vouliez-vous écrire « { $nearest } » ? Noms proches : { $known } ; tous sont dans guichet.yaml, sous « thèmes: »
unknown-campaign = « { $name } » n’est pas une campagne de ce site
    .help = écrivez l’un de ces noms : { $known } ; ou ajoutez-la dans guichet.yaml, sous « campagnes: »
    .help-none = ajoutez-la dans guichet.yaml, sous « campagnes: » : le site n’en a pas encore
    .help-nearest = vouliez-vous écrire « { $nearest } » ? Noms proches : { $known } ; tous sont dans guichet.yaml, sous « campagnes: »
missing-date = cet article n’a pas de date
    .help = ajoutez à l’en-tête une ligne « date: 2026-10-01 »
online-only = { $case ->
    [contradicted] « internet-seulement » dit que cette démarche ne se fait que sur Internet, et le guide nomme une autre façon de faire
   *[other] cette démarche ne se fait que sur Internet : qui n’y a pas accès ne peut pas la faire
}
    .help = sous « canaux », ajoutez le papier, le téléphone ou le guichet ; s’il n’y en a vraiment pas, déclarez-le : « internet-seulement: », et en retrait dessous « depuis: » et « contesté-par: »
    .help-contradicted = ôtez « internet-seulement », ou la façon de faire qui n’existe pas
no-route = ce guide ne nomme aucune façon de faire
    .help = ajoutez « canaux: » et dessous sur-place, papier, téléphone ou en-ligne ; si le guide ne fait qu’expliquer, écrivez « nature: information »
no-address = { $guides ->
    [one] un guide envoie
   *[other] { $guides } guides envoient
} vers « { $name } », et sa page ne donne pas d’adresse
    .help = ajoutez « adresse: [1 rue de l’Exemple, 00000 Exempleville] », ou, dans ces guides, ne mettez cet organisme que sous « téléphone »
no-counter = { $guides ->
    [one] un guide envoie
   *[other] { $guides } guides envoient
} vers « { $kind } », et l’annuaire n’en a pas
    .help = créez sa page avec « guichet new organization "Son nom" », écrivez-y « type: { $kind } », et effacez sa ligne « brouillon » quand elle est prête
form-online-only = { $case ->
    [file] { $count ->
        [one] un formulaire des guides repris de « { $file } » ne se trouve que sur Internet
       *[other] { $count } formulaires des guides repris de « { $file } » ne se trouvent que sur Internet
    }
   *[page] le formulaire « { $form } » ne se trouve que sur Internet
}
    .help = ajoutez une ligne « où: » qui dit où le prendre sur papier, par exemple « où: à l’accueil de la mairie »
    .help-file = imprimez ceux que l’on vous demande souvent, et dites où les prendre dans une note locale (« F1341.local.md » à côté de « F1341.md »)
premium-number = { $case ->
    [file] { $count ->
        [one] les pages reprises de « { $file } » donnent un numéro surtaxé
       *[other] les pages reprises de « { $file } » donnent { $count } numéros surtaxés
    }
   *[page] le { $number } est surtaxé : l’appel coûte plus qu’un appel ordinaire
}
    .help = donnez le numéro ordinaire du service s’il en a un ; sinon, dites le prix avec « prix: » et gardez celui-ci par une exception
    .help-file = donnez le numéro ordinaire de votre propre guichet dans une note locale (« F1341.local.md » à côté de « F1341.md »), là où on l’appelle
unknown-price = { $case ->
    [file] { $count ->
        [one] les pages reprises de « { $file } » donnent un numéro court sans son prix
       *[other] les pages reprises de « { $file } » donnent { $count } numéros courts sans leur prix
    }
    [premium] le { $number } est surtaxé, et le guide ne dit pas le prix de l’appel
   *[short] le { $number } est un numéro court, gratuit ou payant selon les cas, et le guide ne dit pas le prix de l’appel
}
    .help = ajoutez une ligne « prix: », par exemple « prix: gratuit » ou « prix: prix d’un appel ordinaire »
    .help-file = la source ne le dit pas ; si on vous le demande, dites-le dans une note locale (« F1341.local.md » à côté de « F1341.md »)
unreadable-hours = guichet ne sait pas dire ces horaires en mots : « { $rule } »
    .help = écrivez-les plus simplement, et ce qui reste dans « remarque » (dans la page d’un organisme, « remarque-horaires »)
hours-in-words = « { $value } » est lu : { $words-fr }
    .help = si c’est juste, écrivez-le ainsi, que toute machine comprend : { $hours } ; sinon, dites-le autrement
hours-slip = { $case ->
    [spaced] « { $rule } » : avec une espace après la virgule, d’autres programmes lisent des jours ouverts jour et nuit
    [no-hours] « { $rule } » est sans heures : c’est ouvert jour et nuit
    [backwards] « { $rule } » : la fin vient avant le début, et serait celle du lendemain
   *[overlap] « { $rule } » : la même heure est dite deux fois
}
    .help = écrivez { $together }
    .help-no-hours = ajoutez les heures, par exemple 09:00-12:00 ; si c’est vraiment jour et nuit, écrivez 00:00-24:00
    .help-backwards = écrivez le début, puis la fin, par exemple 12:00-14:00
    .help-overlap = écrivez des heures qui se suivent, par exemple 09:00-12:00,14:00-17:00
hours-replaced = { $loss ->
    [closing] « { $rule } » rouvre des jours qui étaient dits fermés plus tôt
    [night] « { $rule } » coupe à minuit la nuit de la veille
   *[hours] « { $rule } » remplace ce qui était dit plus tôt du même jour, et ne s’y ajoute pas
}
    .help = mettez toutes les heures du jour ensemble, par exemple « Tu 09:00-12:00,14:00-17:00 »
    .help-closing = dites à la fin ce qui est fermé : { $instead }
    .help-night = écrivez une virgule au lieu du point-virgule devant cette règle
postal-order = { $case ->
    [missing] cette adresse n’a pas de ligne avec un code postal et une ville
    [twice] cette adresse a deux codes postaux
   *[order] dans cette adresse, des lignes suivent le code postal et la ville
}
    .help = écrivez dans l’ordre postal : le bâtiment, puis le numéro et la rue, puis le code postal et la ville, en dernier (ou le pays après)
stale = { $case ->
    [file] ce qui a été repris de « { $file } » devait l’être de nouveau avant le { $due }
   *[page] cette page devait être vérifiée avant le { $due }
}
    .help = vérifiez ce qu’elle dit, puis écrivez « vérifié: { $today } »
    .help-file = téléchargez le fichier d’aujourd’hui, et importez-le de nouveau : vos changements sont gardés
future-review = cette page dit qu’elle a été vérifiée le { $date }, un jour qui n’est pas encore venu
    .help = écrivez le jour où elle l’a été, par exemple « vérifié: { $today } » ; pour dire jusqu’à quand elle est valable : « valable-jusqu'au: { $date } »
untranslated = cette page n’est pas traduite ({ $languages })
    .help = écrivez « { $file } » ; si la page n’a pas à être traduite, mettez une exception, ou « untranslated: non » dans guichet.yaml
translation-behind = { $case ->
    [code] l’original a changé depuis cette traduction
   *[day] l’original a été revu depuis cette traduction
}
    .help = comparez avec « { $original } », corrigez ce qui diffère, puis écrivez « traduit-de: { $code } »
expired = cette page n’est plus valable depuis le { $until } : un avis le dit en tête, et ses fiches ne sont plus imprimées
    .help = corrigez « valable-jusqu'au », réécrivez la page, ou retirez-la
incomplete-data = cette page n’est pas dans les données { $vocabulary } : { $gap ->
    [authority] elle ne dit pas quelle administration est responsable
    [title] son titre a moins de trois lettres
    [summary] elle n’a ni résumé ni texte
    [day] elle ne dit pas quand elle a été vérifiée, ou dit un jour à venir
   *[counter] elle n’envoie chez aucun organisme de l’annuaire qui y soit
}
    .help = nommez, dans « sur-place: » ou « téléphone: », un organisme de l’annuaire (« lieu: »)
    .help-authority = ajoutez « autorité: » et son nom
    .help-title = donnez-lui un titre plus long
    .help-summary = ajoutez « résumé: » et une ou deux phrases
    .help-day = vérifiez ce qu’elle dit, puis écrivez « vérifié: { $today } »
never-reviewed = rien ne dit que quelqu’un a vérifié cette page
    .help = vérifiez ce qu’elle dit, puis ajoutez « vérifié: { $today } »
undefined-acronym = « { $acronym } » n’est expliqué ni ici ni dans le glossaire
    .help = écrivez-le en toutes lettres, ou ajoutez-le à content/glossary.yaml : il sera expliqué partout
long-sentence = cette phrase a { $words } mots ; au-delà de { $limit }, on perd le fil
    .help = coupez-la en deux, ou faites-en une liste
long-paragraph = ce paragraphe a { $words } mots ; au-delà de { $limit }, on n’y retrouve rien
    .help = coupez-le, ou faites-en une liste ; mettez un titre à chaque partie
jargon = « { $word } » : un mot d’administration
    .help = écrivez plutôt : { $plain }
no-reason = l’exception « { $name } » ne dit pas pourquoi
    .help = écrivez la raison entre guillemets, par exemple { $name }: "la page est vérifiée par la préfecture"
unused-exception = l’exception « { $name } » n’excepte plus rien
    .help = ôtez cette ligne : elle cacherait la prochaine erreur
bad-record = cette ligne ne peut pas être lue : { $reason }
    .help = corrigez-la, ou effacez-la ; « guichet record » la réécrira si elle compte encore
unrecorded-edition = { $case ->
    [new] cette page a une fiche, et le relevé des éditions ne la connaît pas
   *[changed] la fiche de cette page a changé depuis la dernière édition relevée ({ $before }) : { $changed }
}
    .help = une fois la page prête, lancez « guichet record » : qui a l’ancienne fiche saura ce qui a changé
page-too-heavy = { $case ->
    [file] { $count ->
        [one] une page reprise de « { $file } » pèse { $weight } octets à transmettre ; le budget est de { $budget }
       *[other] { $count } pages reprises de « { $file } » pèsent plus que le budget de { $budget } octets, jusqu’à { $weight }
    }
   *[page] cette page pèse { $weight } octets à transmettre ; le budget est de { $budget }
}
    .help = partagez-la en plusieurs pages, ou allégez ses images
    .help-file = le texte officiel est long, et il n’y a rien à y changer ; si on vous le demande souvent, écrivez un guide plus court qui dit l’essentiel et qui y mène
unknown-sheet = ce genre de page n’a pas de fiche « { $format } »
    .help = choisissez parmi : { $known }
    .help-none = ôtez-la : ce genre de page ne s’imprime pas
duplicate-sheet = deux fiches auraient la même adresse ({ $address }) : « { $format } » de { $page } et « { $other } » de { $other-page }
    .help = donnez un autre nom à ce modèle, et demandez la fiche sous ce nom-là
    .help-page = renommez l’une des deux pages
does-not-fit = { $cause ->
    [too-wide] sur la fiche « { $format } », ceci est plus large que sa place : { $what }
    [slow] la fiche « { $format } » n’est pas faite pour un texte aussi long : l’imprimer a pris plus de { $what } secondes
    [memory] la fiche « { $format } » n’est pas faite pour un texte aussi long : l’imprimer demande plus de { $what } Mo de mémoire
   *[does-not-fit] sur la fiche « { $format } », { $what ->
        [two-sides] le texte dépasse deux faces A5
        [inside] ce qui est à l’intérieur dépasse les trois volets du dépliant
        [outside] la présentation et les contacts dépassent les deux volets qui sont au dos du dépliant
        [poster-text] le titre, le résumé et les lieux dépassent l’affiche
        [tabs] le titre et les coordonnées sont trop longs pour les languettes à détacher
       *[other] le texte est trop long : { $what }
    }{ $known ->
        [yes] { "" } ; ce qui n’a plus de place commence par « { $from } »
       *[no] { "" }
    }
}
    .help = raccourcissez-le, ou ôtez « { $format } » des fiches de cette page
    .help-command = raccourcissez-le, ou imprimez la fiche « { $instead } », qui a toute la place : « --format { $instead } »
replaced-sheet = { $count ->
    [one] une page est trop longue pour la fiche « { $format } », et a la fiche « { $instead } » à la place : { $pages }
   *[other] { $count } pages sont trop longues pour la fiche « { $format } », et ont la fiche « { $instead } » à la place : { $pages }
}
    .help = pour choisir vous-même, donnez à ces pages leurs propres fiches sans « { $format } », comme « fiches: [{ $instead }] »
cut-off = sur la fiche « { $format } », il manque de la place : { $what ->
        [two-sides] le texte dépasse deux faces A5
        [inside] ce qui est à l’intérieur dépasse les trois volets du dépliant
        [outside] la présentation et les contacts dépassent les deux volets qui sont au dos du dépliant
        [poster-text] le titre, le résumé et les lieux dépassent l’affiche
        [tabs] le titre et les coordonnées sont trop longs pour les languettes à détacher
       *[other] { $what }
    }{ $known ->
        [yes] { "" } ; ce qui n’en a plus commence par « { $from } »
       *[no] { "" }
    }
    .help = raccourcissez-le, ou donnez à la page ses propres fiches sans « { $format } » (aucune : « fiches: [] »)
no-glyph = aucune police de l’habillage n’a ces caractères, imprimés comme un carré vide : { $characters }
    .help = remplacez-les par des mots, ou placez une police qui les contient dans themes/default/fonts
sheet-too-heavy = la fiche « { $format } » pèse { $weight } octets ; le budget est de { $budget }
    .help = allégez ses images
sheet-remark = fiche « { $format } » : { $what }
    .help = c’est le modèle de fiche de l’habillage qui le signale
sheet-failed = la page est publiée sans sa fiche « { $format } » : { $cause ->
    [words] le moteur d’impression s’arrête à ces mots : « { $words } »
    [slow] le texte est si long que l’imprimer prend plus de { $detail } secondes
    [memory] le texte est si long que l’imprimer demande plus de { $detail } Mo de mémoire
    [stack] le texte est imbriqué plus profondément que le moteur d’impression ne peut suivre
    [refused] le moteur d’impression refuse ce qu’elle contient ({ $detail })
   *[panic] le moteur d’impression s’est arrêté ({ $detail })
}
    .help = { $cause ->
    [words] écrivez ce passage autrement, ou donnez à la page ses propres fiches sans « { $format } » (aucune : « fiches: [] »)
   *[other] partagez ce texte en plusieurs pages, ou donnez à la page ses propres fiches sans « { $format } » (aucune : « fiches: [] »)
}
no-press = les fiches n’ont pas pu être imprimées : { $cause ->
    [worker] le moteur d’impression n’a pas répondu ({ $detail })
    [slow] ce modèle de l’habillage a pris plus de { $detail } secondes
    [memory] ce modèle de l’habillage demande plus de { $detail } Mo de mémoire
    [stack] ce modèle de l’habillage s’appelle lui-même sans fin
   *[panic] ce modèle de l’habillage arrête le moteur d’impression ({ $detail })
}
    .help = { $cause ->
    [worker] relancez la commande quand la machine a plus de mémoire libre ; « guichet build --no-sheets » publie le site sans fiches
   *[other] corrigez ce fichier, ou effacez-le pour reprendre celui de l’habillage intégré
}
local-without-page = cette note locale n’est pas publiée : la page à laquelle elle s’ajoute n’est pas là
    .help = donnez-lui le nom de la page, par exemple « F1341.local.md » à côté de « F1341.md », ou effacez-la
import-unreadable = ce fichier ne peut pas être importé : { $reason }
    .help = le reste a été importé ; vérifiez ce fichier, ou demandez-en une autre version
    .help-cut = il est incomplet ou abîmé : téléchargez-le de nouveau ; rien n’a été supprimé
    .help-large = il est plus grand qu’une telle source ne peut l’être ; vérifiez que c’est bien lui
    .help-encoding = enregistrez-le en UTF-8, ou téléchargez-le de nouveau
    .help-form = donnez le fichier que la source publie : de l’annuaire, « all_latest.tar.bz2 », le JSON qu’il contient ou le CSV de son API ; de data·inclusion, le JSON ou le CSV
    .help-trailing = ce qui suit la fin a été lu quand cela se pouvait ; téléchargez-le de nouveau
    .help-records = les autres services ont été importés, et rien n’a été supprimé ; téléchargez-le de nouveau
    .help-alone = vérifiez ce fichier, ou demandez-en une autre version
    .help-again = téléchargez-le de nouveau
import-bad-address = cette adresse ne peut pas être suivie : { $value }
    .help = le texte du lien a été gardé, sans le lien
    .help-earlier = ce n’est pas celle d’une page : elle n’a pas été gardée parmi les anciennes adresses
import-choice = { $case ->
    [none] rien ne dit quelle commune prendre dans ce fichier
    [code] « { $value } » n’est pas un code pour « --{ $option } »
    [place] aucun service de ce fichier ne reçoit les habitants de la commune { $value }
    [siren] aucun service de ce fichier n’a le numéro SIREN { $value }
    [siren-empty] ce fichier ne dit pas quelles sont les communes du numéro SIREN { $value }
   *[limit] plus de { $value } services sont demandés : les autres n’ont pas été importés
}
    .help = ajoutez « --commune » et le code INSEE de la commune (ce n’est pas son code postal), par exemple « --commune 35360 », ou « --departement 35 » ; les imports suivants s’en souviennent
    .help-code = le code INSEE d’une commune a cinq caractères, comme 35360 ou 2A004, celui d’un département deux ou trois, comme 35 ou 974 ; un numéro SIREN a neuf chiffres
    .help-place = vérifiez que c’est le code INSEE de la commune, et non son code postal
    .help-postcode = c’est un code postal ; prenez le code INSEE de la commune : { $places }
    .help-siren = donnez plutôt ses communes, par exemple « --commune 35360,35361 »
    .help-many = donnez moins de départements, ou des communes
import-value = { $what ->
    [phone] ce numéro de téléphone n’en est pas un : { $value }
    [email] ce courriel n’en est pas un : { $value }
    [website] cette adresse ne mène nulle part : { $value }
    [hours] ces horaires ne peuvent pas être lus : { $value }
    [hours-code] ces horaires ne peuvent pas être lus : { $value }
    [coordinates] ces coordonnées ne sont pas celles de la commune : { $value }
    [date] cette date n’en est pas une : { $value }
    [postcode] cette adresse n’a pas de code postal : { $value }
    [name] ce service n’a pas de nom : { $value }
   *[hall] la source ne dit pas si c’est la mairie principale : { $value }
}
    .help = { $what ->
        [coordinates] elles ont été laissées de côté ; ajoutez les bonnes à la page, ou signalez l’erreur à la source
        [date] elle a été laissée de côté ; vérifiez la page, puis ajoutez « vérifié: »
        [postcode] ajoutez-le à la page, ou signalez l’erreur à la source
        [name] donnez un titre à la page, ou signalez l’erreur à la source
        [hours] ils sont dans la remarque de la page ; écrivez les bons, ou signalez l’erreur à la source
        [hours-code] les lecteurs ne les voient pas, un commentaire au bas de la page les garde ; écrivez-les en mots, comme « horaires: lundi 9h-12h », ou signalez l’erreur à la source
       *[other] c’est dans le texte de la page ; corrigez-le là, ou signalez l’erreur à la source
    }
    .help-hall = vérifiez ; si c’en est une autre, corrigez la page : l’import suivant garde ce que vous changez
import-shortcode = ce code n’a pas de sens ici : { $code }
    .help = il a été gardé dans le texte, où il se voit ; dites la même chose avec des mots, un lien ou une image
import-key = le champ « { $key } » n’a pas de place ici ; { $count ->
        [one] un fichier l’a
       *[other] { $count } fichiers l’ont
    }
    .help = s’il dit quelque chose aux lecteurs, écrivez-le dans le texte
import-kind = { $count ->
        [one] un texte de la sorte « { $kind } » n’a pas été importé
       *[other] { $count } textes de la sorte « { $kind } » n’ont pas été importés
    }
    .help = c’est une extension qui les a faits ; ce qu’ils disent aux lecteurs est à reprendre à la main
import-same-place = deux textes seraient écrits dans { $path } ; celui-ci a pris la place de l’autre
    .help = renommez l’un des deux dans la source, et importez de nouveau
import-conflict = { $cause ->
    [withdrawn] la source n’a plus ce passage, où vous avez écrit
    [documents] la source a changé ce fichier, mais cette ligne le coupe en deux : rien ne peut y être ajouté
    [encoding] la source a changé ce fichier, mais des lettres n’y sont pas lisibles : rien ne peut y être ajouté
   *[changed] vous avez changé ce passage, et la source l’a changé aussi
}
    .help = votre texte est resté ; celui de la source le suit, entre « <!-- guichet import: » et « --> ». Pour garder le vôtre, effacez tout cela ; pour prendre l’autre, effacez le vôtre, puis ces deux marques
    .help-front = votre texte est resté ; celui de la source le suit, sur les lignes qui commencent par « # guichet import: ». Pour garder le vôtre, effacez ces lignes ; pour prendre l’autre, effacez les vôtres, puis, devant chacune, « # guichet import: » et l’espace qui suit
    .help-documents = votre texte est resté : effacez cette ligne, puis importez de nouveau, et les changements de la source viendront s’ajouter
    .help-waits = votre texte est resté : enregistrez ce fichier en UTF-8, puis importez de nouveau, et les changements de la source viendront s’ajouter
    .help-withdrawn = votre texte est resté, avec ce qui l’entoure : effacez ce qui n’est plus vrai, et gardez ce qui est de vous
unknown-theme = l’habillage « { $name } » n’existe pas
    .help = écrivez « habillage: default », ou le nom d’un dossier de themes/
template-error = { $cause ->
    [endless] ce modèle ne finit pas : ses boucles ont fait plus d’un million de tours pour une page, ou le modèle a écrit plus de 64 Mo, ou retenu plus de 4 Mo sous un nom
   *[other] erreur dans un modèle : { $reason }
}
    .help = corrigez ce fichier, ou effacez-le pour reprendre celui de l’habillage intégré
style-error = { $cause ->
    [nested] erreur dans la feuille de style : des règles ou des parenthèses y sont imbriquées sur plus de 32 niveaux, ou chaque « & » en répète trop d’autres
   *[other] erreur dans la feuille de style : { $reason }
}
    .help = corrigez ce fichier, ou effacez-le pour reprendre celui de l’habillage intégré
strings-error = erreur dans un fichier de textes : { $reason }
    .help = écrivez « nom = texte », une phrase par ligne
