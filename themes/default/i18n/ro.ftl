### Cuvintele paginilor, în română.

## Adresele paginilor pe care guichet le face singur

address-keywords = cuvinte-cheie
address-topics = teme
address-campaigns = campanii
address-archive = arhiva
address-glossary = glosar
address-legal = informatii-legale

## Cadrul fiecărei pagini

skip = Mergeți la text
home = Acasă
navigation = Secțiuni
breadcrumbs = Sunteți aici
other-languages = Alte limbi
untranslated-text = Această pagină nu este încă tradusă în română.
untranslated-offer = O puteți citi în altă limbă:
untranslated-help = La ghișeu sau la telefon, cineva vă poate explica ce spune:
feed = Urmăriți prin Atom
legal = Informații legale
published-by = Publicat de
weight-before = Această pagină are
weight-after = kB.
printed-from = Adresa acestei pagini:
on-this-page = Pe această pagină

## Titlurile paginilor și ale secțiunilor

section-guide = Ghiduri
section-article = Articole
section-organization = Contacte
section-page = Pagini
keywords = Cuvinte-cheie
keyword-title = Cuvânt-cheie: { $title }
topic-title = { $title }
campaign-title = Campanie: { $title }
year-title = Articole din { $title }
glossary-title = Glosar
legal-title = Informații legale
not-found-title = Pagina nu a fost găsită

## Liste

latest-articles = Ultimele articole
topics = Demersuri pe teme
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}încă { $others }{"\u00A0"}ghid
    [few] {"\u00A0· "}încă { $others }{"\u00A0"}ghiduri
   *[other] {"\u00A0· "}încă { $others }{"\u00A0"}de ghiduri
}
home-search = Căutați o formalitate
guides = Ghiduri
campaigns = Campaniile noastre
archive = Arhivă:
related = Citiți și
see-also-sections = Subsecțiuni
parts = Continuarea listei
empty-list = Aici nu s-a publicat încă nimic.

## Pagina de căutare

address-search = cautare
search = Căutare
index-title = De la A la Z
search-title = Căutare
search-label = Unul sau mai multe cuvinte:
search-button = Căutați
search-more = Mai multe rezultate
search-count = Rezultate:
search-none = Nicio pagină nu conține aceste cuvinte. Încercați altele, parcurgeți lista de mai jos sau întrebați la ghișeu.
search-without = Browserul dumneavoastră nu are JavaScript: căutați în lista de mai jos.

## Un ghid

how-to = Cum se face
route-in-person = La ghișeu
route-paper = Prin poștă
route-phone = Prin telefon
route-online = Pe internet
show-others = Vedeți celelalte
appointment-none = Fără programare
appointment-possible = Cu sau fără programare
appointment-recommended = Se recomandă programare
appointment-required = Cu programare
for-whom = Pentru cine:
output = Ce obțineți:
outcome = Ce obțineți
form-number = nr. { $number }
form-cerfa = Formular Cerfa nr. { $number }
form-cerfa-notice = Notă explicativă Cerfa nr. { $number }
form-edition = ediția { $edition }
find = Pentru a găsi cel mai apropiat:
form-where = De unde se ia:
form-online = De citit sau de tipărit:
send-to = De trimis la
account = Cont necesar:
evidence = Documente de pregătit
practical = Cost și termen
cost = Cost
cost-free = Gratuit
processing-time = Termen de răspuns
deadline = Termen-limită
appeal = În caz de refuz
legal-texts = Texte de lege
authority = Autoritatea competentă:

expired = Această pagină nu mai este valabilă din { $date }.
expired-help = Nu vă bazați pe ea: întrebați la ghișeu ce este valabil astăzi.
overdue = de verificat din { $date }: cereți confirmarea la ghișeu
online-only = Această formalitate se poate face numai pe internet.
online-only-since = Din { $since }, această formalitate se poate face numai pe internet.
online-only-since-day = Din { $day }, această formalitate se poate face numai pe internet.
online-only-contested = Acest lucru este contestat de { $who }.

## Un articol, o instituție

by = De
campaign = Campanie:
attachments = Fișiere atașate
kilobytes = kB
services-here = Ce se poate face aici
contact = Unde suntem și cum ne contactați

## Fișă de contact

phone = Telefon
price-free = apel gratuit
price-premium = număr cu suprataxă
colon = :
email = E-mail
website = Site
hours = Program:
postal-address = Adresă poștală:
access = Acces:
step-free = intrare fără trepte
not-step-free = intrare cu trepte
serves = Deservește:

## Date, surse

published-on = Publicat la
reviewed-on = Verificat la
review-every = se verifică din nou la fiecare { $period }
review-every-years = { $count ->
    [one] se verifică din nou în fiecare an
    [few] se verifică din nou la fiecare { $count } ani
   *[other] se verifică din nou la fiecare { $count } de ani
}
review-every-months = { $count ->
    [one] se verifică din nou în fiecare lună
    [few] se verifică din nou la fiecare { $count } luni
   *[other] se verifică din nou la fiecare { $count } de luni
}
review-every-days = { $count ->
    [one] se verifică din nou în fiecare zi
    [few] se verifică din nou la fiecare { $count } zile
   *[other] se verifică din nou la fiecare { $count } de zile
}
topic = Temă:
tagged = Cuvinte-cheie:
sources = Surse:
source-date = actualizare:
source-id = fișa

## Informații legale

legal-publisher = Editor
legal-editor = Director de publicație
legal-host = Găzduire
legal-licence = Reutilizare
legal-privacy = Confidențialitate
legal-privacy-text = Acest site nu pune niciun cookie, nu măsoară vizitele și nu încarcă nimic din altă parte.
not-found-text = Această adresă nu duce la nicio pagină. Poate că s-a schimbat.
not-found-help = Reveniți la pagina de început sau cereți ajutor la ghișeu:

## Avertizări, tabele, note

table = Tabel
local-note = Aproape de dumneavoastră
moved = Această pagină are o adresă nouă:
notes = Note
alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Atenție
alert-caution = Precauție

## Tipuri de instituții, una și mai multe

kind-mairie = Primărie (mairie)
kind-prefecture = Prefectură (préfecture)
kind-caf = Casa de alocații familiale (Caf)
kind-cpam = Casa de asigurări de sănătate (CPAM)
kind-carsat = Casa de pensii (Carsat)
kind-msa = Asigurări sociale agricole (MSA)
kind-mdph = Oficiul pentru persoane cu dizabilități (MDPH)
kind-ccas = Centrul comunal de acțiune socială (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (locuri de muncă și șomaj)
kind-tribunal = Tribunal
kind-conseil-departemental = Consiliul departamental
kind-maison-de-justice = Casa justiției și a dreptului
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Oficiu poștal
kind-commissariat = Secție de poliție
kind-gendarmerie = Jandarmerie
kind-impots = Oficiu fiscal
kind-syndicat = Sindicat
kind-association = Asociație
kind-centre-de-contact = Centru de contact
kind-other = Altele
kinds-centre-de-contact = Centre de contact
kinds-mairie = Primării (mairies)
kinds-syndicat = Sindicate
kinds-association = Asociații
kinds-caf = Case de alocații familiale (Caf)
kinds-cpam = Case de asigurări de sănătate (CPAM)
kinds-ccas = Centre comunale de acțiune socială (CCAS)
kinds-mdph = Oficii pentru persoane cu dizabilități (MDPH)
kinds-france-services = France Services
kinds-prefecture = Prefecturi
kinds-carsat = Case de pensii (Carsat)
kinds-msa = Case de asigurări sociale agricole (MSA)
kinds-france-travail = France Travail
kinds-tribunal = Tribunale
kinds-conseil-departemental = Consilii departamentale
kinds-maison-de-justice = Case ale justiției și ale dreptului
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Oficii poștale
kinds-commissariat = Secții de poliție
kinds-gendarmerie = Jandarmerii
kinds-impots = Oficii fiscale

## Date, ore, sume

date-long = { $day } { $month } { $year }
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie
day-1 = luni
day-2 = marți
day-3 = miercuri
day-4 = joi
day-5 = vineri
day-6 = sâmbătă
day-7 = duminică
hours-line = { $days }, { $times }
hours-one-day = { $day }
hours-range-days = de { $from } până { $to }
hours-range = de la { $from } la { $to }
hours-from = de la { $from }
hours-closed = închis { $days }
hours-always-closed = închis
hours-always = în fiecare zi, la orice oră
hours-public-holidays = de sărbătorile legale
hours-school-holidays = în vacanțele școlare
hours-also = și de asemenea { $hours }
hours-else = în rest, { $hours }
hours-every-day = în fiecare zi
hours-all-day = 24 de ore din 24
hours-overnight = de la { $from } la { $to } a doua zi
hours-or-later = { $hours } sau mai târziu
hours-years-from = începând cu { $year }
hours-year = în { $year }
hours-years = din { $from } până în { $to }
hours-month = în { $month }
hours-months = din { $from } până în { $to }
hours-one-date = pe { $date }
hours-dates = de la { $from } până la { $to }
hours-odd-weeks = în săptămânile impare
hours-even-weeks = în săptămânile pare
hours-nth-day = { $nth } zi de { $day } din lună
nth-1 = prima
nth-2 = a doua
nth-3 = a treia
nth-4 = a patra
nth-5 = a cincea
nth-last = ultima
date-short = { $day } { $month }
time-hour = { $hour }:00
time-minute = { $hour }:{ $minute }
list-last = { $first } și { $last }
period-years = { $count ->
    [one] { $count } an
    [few] { $count } ani
   *[other] { $count } de ani
}
period-months = { $count ->
    [one] { $count } lună
    [few] { $count } luni
   *[other] { $count } de luni
}
period-days = { $count ->
    [one] { $count } zi
    [few] { $count } zile
   *[other] { $count } de zile
}
decimal-separator = ,
comma = { ", " }
thousands-separator = { "." }
separator = { "; " }
money-euro = { $amount } €

## Fișe de tipărit

address-sheets = fise
sheet-file-a4 = a4
sheet-file-large-print = litere-mari
sheet-file-booklet = brosura
sheet-file-reading = citire
sheet-file-leaflet = pliant
sheet-file-poster = afis
sheet-file-poster-a3 = afis-a3
sheet-file-tract = fluturas
sheet-file-bilingual = bilingv
sheet-file-binder = dosar
address-messages = mesaje
text-only = Doar text, pentru un mesaj sau un e-mail
sheets-title = Fișe de tipărit
sheet-edition = Ediția
sheet-page = pagina
sheet-my-notes = Pentru demersul meu
sheet-appointment = Programare la
sheet-at = ora
sheet-with = cu
sheet-file-number = Numărul dosarului:
sheet-own-notes = Notițele mele
sheet-call = Aveți o întrebare? Sunați:
sheet-acronyms = Sigle —
sheet-notes = Note și adrese
sheet-online = Această fișă pe internet:
sheet-qr-alt = Cod QR: mai este valabilă această ediție?
sheet-qr-help = Codul QR spune dacă această ediție mai este valabilă.
sheet-about = Pe scurt
sheet-steps = Pas cu pas
sheet-contacts = Cum ne contactați
sheet-continued = Restul este pe fișa completă: cereți-o la ghișeu.
sheet-litter = Nu aruncați pe domeniul public
sheet-contents = Cuprins
sheet-directory = Contacte
sheet-up-to-date = Actualizat la
sheet-more-points = Sunt mai multe locuri: fișa completă le enumeră.
sheet-name-a4 = A4
sheet-name-large-print = A4, litere mari
sheet-name-booklet = Broșură, de tipărit și de pliat
sheet-name-booklet-reading = Broșură, de citit pagină cu pagină
sheet-name-leaflet = Pliant, de împăturit în trei
sheet-name-poster = Afiș cu benzi de rupt, A4
sheet-name-poster-a3 = Afiș cu benzi de rupt, A3
sheet-name-tract = Fluturaș, doi pe foaie, de tăiat
sheet-name-tract-reading = Fluturaș, de citit pagină cu pagină
sheet-name-bilingual = A4, două limbi alăturate
sheet-name-binder = Dosar: totul la un loc
sheet-pages = { $count ->
    [one] { $count } pagină
    [few] { $count } pagini
   *[other] { $count } de pagini
}
sheet-archive = Toate fișele: { $title }
sheet-list-help = Aceste fișe se tipăresc alb-negru pe orice imprimantă. Se fotocopiază bine.
sheet-list-folding = Hârtia A4 obișnuită este suficientă. Broșurile și pliantele se tipăresc față-verso, cu întoarcere pe latura scurtă, apoi se pliază; fluturașii se taie în două.
sheet-formats = Formate (PDF)
sheet-pdf = Fișă PDF
sheet-none = Această pagină nu are fișă deocamdată. Puteți tipări chiar pagina.
sheet-section-title = Fișe de tipărit: { $title }
sheet-details = În detaliu

## Edițiile fișelor

address-editions = editii
editions-title = Fișa mea mai este valabilă?
editions-help = Fiecare fișă are un cod în josul paginii, după cuvântul „Ediția”. Dacă aici este același, fișa spune încă ce este valabil astăzi. Contează numai cele patru litere și cifre de la sfârșit.
editions-by-code = Aveți codul? Alegeți primul caracter:
editions-current = Ediții în vigoare
editions-sheet = Fișă
editions-edition = ediția
editions-letter = Ediții al căror cod începe cu { $letter }
editions-letter-help = Căutați codul fișei dumneavoastră, în josul paginii, după cuvântul „Ediția”.
editions-holds = Această fișă este încă valabilă.
editions-replaced = Această fișă a fost înlocuită: cereți-o pe cea nouă.
editions-withdrawn = Această fișă nu mai este publicată: întrebați la ghișeu ce este valabil astăzi.
editions-now = Ediția în vigoare:
editions-changes = Ce s-a schimbat de atunci:
editions-unknown = Un cod care nu este aici a fost citit greșit sau este al unei fișe mai vechi: cereți una nouă. Un cod are patru caractere, și niciodată literele B, G, I, L, N, O, Q, S, V, Z, nici cifrele 0, 1, 5.
editions-link = Aveți o fișă veche? Vedeți dacă mai este valabilă
edition-part-title = titlul
edition-part-summary = rezumatul
edition-part-routes = căile, adresele, programul sau telefoanele
edition-part-evidence = documentele de pregătit
edition-part-text = explicațiile
edition-part-practical = costul sau termenele
edition-part-appeal = căile de atac
edition-part-contact = adresa, programul sau telefonul
edition-part-pages = una sau mai multe dintre paginile ei
edition-part-other = referințele
edition-first = prima ediție înregistrată

## Raport de acoperire

address-coverage = acoperire
coverage-title = Formalitățile, cu sau fără internet
coverage-sentence = { $procedures ->
    [one] Pe acest site, o formalitate
    [few] Pe acest site, { $procedures } formalități
   *[other] Pe acest site, { $procedures } de formalități
}: { $off_line } { $off_line_count ->
    [one] se poate face
    [few] se pot face
   *[other] se pot face
} fără internet, { $online_only ->
    [0] și niciuna nu are internetul ca singură cale
    [one] și una are numai internetul
    [few] și { $online_only } au numai internetul
   *[other] și { $online_only } au numai internetul
}.
coverage-headline = { $share ->
    [all] Toate formalitățile de pe acest site se pot face fără internet
    [none] Nicio formalitate de pe acest site nu se poate face fără internet
   *[some] { $count ->
        [one] { $count } din { $procedures } formalități se poate face fără internet
        [few] { $count } din { $procedures } formalități se pot face fără internet
       *[other] { $count } de formalități din { $procedures } se pot face fără internet
    }
}
coverage-of = { $count } din { $procedures }
coverage-share = { $count } ({ $percent } %)
coverage-on = La data de
coverage-how = Fiecare cifră numără ghidurile din listele de mai jos.
coverage-information = Ghiduri care doar explică, neincluse în calcul:
coverage-data = Toate datele (CSV)
coverage-chart = Ponderea formalităților pentru fiecare cale
coverage-online-only = Formalități care au numai internetul
coverage-declared = declarat
coverage-no-route = Ghiduri care nu numesc nicio cale
coverage-more = Și altele, în date. Numărul lor:
coverage-since = Ce s-a schimbat din
coverage-before-now = Fără internet: { $before } atunci, { $now } astăzi.
coverage-no-change = Nicio cale nu s-a schimbat.
coverage-lost = Căi dispărute
coverage-gained = Căi noi
coverage-added = Ghiduri noi
coverage-withdrawn = Ghiduri retrase
coverage-topics = Pe teme
coverage-authorities = Pe autorități
coverage-share-of = Ce se poate face fără internet, apoi fiecare cale:
coverage-unnamed = nespecificat
coverage-in-person = Ghișeu
coverage-paper = Hârtie
coverage-phone = Tel.
coverage-online = Internet
coverage-guides = Ghid cu ghid
coverage-informs = doar explică
coverage-out-of-date = de verificat
coverage-lix = Lix: lungimea frazelor și partea cuvintelor lungi (C.-H. Björnsson, 1968). Sub 40 un text se citește ușor; peste 50 este greu.

## Kitul pentru locuri fără internet

address-kit = deschide
address-kit-readme = citeste-ma
address-kit-contents = cuprins
kit-lead = Acest folder conține tot site-ul: se deschide fără internet, de pe un stick sau un disc.
kit-contents = Cuprins de tipărit
kit-help = Păstrați fișierele împreună: paginile își găsesc fișele și căutarea la locul lor.
kit-contents-how = Cum se deschide ce este pe stick
kit-step-copy = Copiați tot folderul sau lăsați-l pe stick. Dacă este într-un fișier zip, dezarhivați-l mai întâi.
kit-step-open = Deschideți „{ $file }”: browserul arată site-ul. Nu se folosește nicio conexiune.
kit-step-print = Fișele de tipărit sunt fișiere PDF: stau lângă pagini, care duc la ele.

## Declarația de accesibilitate

address-accessibility = accesibilitate
access-title = Accesibilitate
access-link = Ce se verifică, ce nu, și cui să-i spuneți
access-lead = Acest site este făcut pentru a fi citit de toată lumea: cu un cititor de ecran, cu tastatura, cu litere mari, pe un aparat vechi sau pe hârtie.
access-verified = Ce se verifică la fiecare versiune a aspectului
access-rules = Nicio pagină nu încalcă regulile WCAG 2.2 (nivelurile A și AA) pe care le poate verifica un program (axe-core), la 320 și la 1280 de pixeli lățime.
access-valid = Fiecare pagină este HTML valid (vnu, verificatorul W3C).
access-contrast = Contrastul textului este de cel puțin 7 la 1, pe fond deschis și pe fond închis.
access-zoom = La 320 de pixeli lățime, cu litere de două ori mai mari sau mai rărite, nimic nu este tăiat și nimic nu se derulează lateral.
access-keyboard = Totul se poate face cu tastatura, în ordinea paginii, și se vede mereu unde vă aflați.
access-colours = Cu culorile impuse de aparat, chenarele și linkurile se văd în continuare.
access-order = Un cititor de ecran întâlnește titlul, apoi căile fără internet, apoi documentele, apoi pașii.
access-old = Fără JavaScript, și în browsere vechi sau în mod text, totul se citește.
access-sheets = Fișele PDF sunt etichetate (PDF/UA-1): titluri, liste, tabele, limbi și textele imaginilor.
access-not = Ce nu se verifică
access-not-text = Un program nu vede totul. Autorii aspectului l-au comparat cu cele 106 criterii ale RGAA francez, unul câte unul: acesta nu este un audit al acestui site. Nimeni nu a încercat încă toate paginile cu toate cititoarele de ecran. Calitatea textelor și a descrierii imaginilor depinde de cine le scrie.
access-help = Ceva nu merge?
access-help-text = Spuneți-ne: la ghișeu, prin poștă sau prin telefon. Vă putem și citi o pagină sau trimite fișa ei cu litere mari.
