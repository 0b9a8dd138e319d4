### The words of pages, in English.

## Addresses of the pages that guichet makes itself

address-keywords = keywords
address-topics = topics
address-campaigns = campaigns
address-archive = archive
address-glossary = glossary
address-legal = legal-notice

## The frame of each page

skip = Skip to the text
home = Home
navigation = Sections
breadcrumbs = You are here
other-languages = Other languages
untranslated-text = This page has not been translated into English yet.
untranslated-offer = You can read it in another language:
untranslated-help = At the counter or by telephone, somebody can tell you what it says:
feed = Follow with the Atom feed
legal = Legal notice
published-by = Published by
weight-before = This page weighs
weight-after = kB.
printed-from = Address of this page:
on-this-page = On this page

## Titles of pages and sections

section-guide = Guides
section-article = Articles
section-organization = Directory
section-page = Pages
keywords = Keywords
keyword-title = Keyword: { $title }
topic-title = { $title }
campaign-title = Campaign: { $title }
year-title = Articles from { $title }
glossary-title = Glossary
legal-title = Legal notice
not-found-title = Page not found

## Lists

latest-articles = Latest articles
topics = Procedures by topic
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}{ $others }{"\u00A0"}other guide
   *[other] {"\u00A0· "}{ $others }{"\u00A0"}other guides
}
home-search = Look for a procedure
guides = Guides
campaigns = Our campaigns
archive = Archive:
related = See also
see-also-sections = Subsections
parts = Rest of the list
empty-list = Nothing has been published here yet.

## The search page

address-search = search
search = Search
index-title = From A to Z
search-title = Search
search-label = One or several words:
search-button = Search
search-more = More results
search-count = Results:
search-none = No page has these words. Try others, go through the list below, or ask at the counter.
search-without = Your browser has no JavaScript: look in the list below.

## A guide

how-to = How to do it
route-in-person = In person
route-paper = By post
route-phone = By telephone
route-online = On the Internet
show-others = Show the others
appointment-none = No appointment needed
appointment-possible = With or without an appointment
appointment-recommended = An appointment is advised
appointment-required = By appointment
for-whom = For:
output = What you get:
outcome = What you get
form-number = no. { $number }
form-cerfa = Cerfa form no. { $number }
form-cerfa-notice = Cerfa guidance notes no. { $number }
form-edition = edition { $edition }
find = To find the nearest one:
form-where = Where to get it:
form-online = To read or print:
send-to = Send to
account = Account needed:
evidence = Papers to gather
practical = Cost and time
cost = Cost
cost-free = Free
processing-time = Time for an answer
deadline = Time limit
appeal = If you are refused
legal-texts = Legal texts
authority = Authority in charge:

expired = This page has not been valid since { $date }.
expired-help = Do not rely on it: ask at the counter what is valid today.
overdue = to be reviewed since { $date }: have it confirmed at the counter
online-only = This procedure can only be done on the Internet.
online-only-since = Since { $since }, this procedure can only be done on the Internet.
online-only-since-day = Since { $day }, this procedure can only be done on the Internet.
online-only-contested = This is contested by { $who }.

## An article, an organization

by = By
campaign = Campaign:
attachments = Attached files
kilobytes = kB
services-here = What can be done here
contact = Where we are and how to reach us

## Contact card

phone = Telephone
price-free = free call
price-premium = premium-rate number
colon = :
email = Email
website = Site
hours = Hours:
postal-address = Postal address:
access = Access:
step-free = step-free entrance
not-step-free = entrance with steps
serves = Serves:

## Dates, sources

published-on = Published on
reviewed-on = Checked on
review-every = to be checked again every { $period }
review-every-years = { $count ->
    [one] to be checked again every year
   *[other] to be checked again every { $count } years
}
review-every-months = { $count ->
    [one] to be checked again every month
   *[other] to be checked again every { $count } months
}
review-every-days = { $count ->
    [one] to be checked again every day
   *[other] to be checked again every { $count } days
}
topic = Topic:
tagged = Keywords:
sources = Sources:
source-date = updated on
source-id = fact sheet

## Legal notice

legal-publisher = Publisher
legal-editor = Publication director
legal-host = Hosting
legal-licence = Reuse
legal-privacy = Privacy
legal-privacy-text = This site sets no cookie, does not measure visits and loads nothing from elsewhere.
not-found-text = This address leads to no page. It may have changed.
not-found-help = Start again from the home page, or ask for help at the counter:

## Callouts, tables, notes

table = Table
local-note = Near you
moved = This page has a new address:
notes = Notes
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

## Kinds of organization, one and many

kind-mairie = Town hall
kind-prefecture = Prefecture
kind-caf = Family allowance office (Caf)
kind-cpam = Health insurance office (CPAM)
kind-carsat = Pension insurance office (Carsat)
kind-msa = Farmers’ insurance office (MSA)
kind-mdph = Office for people with disabilities (MDPH)
kind-ccas = Municipal social welfare centre (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (jobs and unemployment benefit)
kind-tribunal = Court
kind-conseil-departemental = Département council
kind-maison-de-justice = Legal advice centre (maison de justice et du droit)
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Post office
kind-commissariat = Police station
kind-gendarmerie = Gendarmerie
kind-impots = Tax office
kind-syndicat = Trade union
kind-association = Association
kind-centre-de-contact = Contact centre
kind-other = Others
kinds-centre-de-contact = Contact centres
kinds-mairie = Town halls
kinds-syndicat = Trade unions
kinds-association = Associations
kinds-caf = Family allowance offices
kinds-cpam = Health insurance offices
kinds-ccas = Municipal social welfare centres
kinds-mdph = Offices for people with disabilities
kinds-france-services = France Services
kinds-prefecture = Prefectures
kinds-carsat = Pension insurance offices
kinds-msa = Farmers’ insurance offices
kinds-france-travail = France Travail
kinds-tribunal = Courts
kinds-conseil-departemental = Département councils
kinds-maison-de-justice = Legal advice centres
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Post offices
kinds-commissariat = Police stations
kinds-gendarmerie = Gendarmeries
kinds-impots = Tax offices

## Dates, hours, amounts

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday
hours-line = { $days }, { $times }
hours-one-day = { $day }
hours-range-days = { $from } to { $to }
hours-range = { $from } to { $to }
hours-from = from { $from }
hours-closed = closed { $days }
hours-always-closed = closed
hours-always = 24 hours a day, 7 days a week
hours-public-holidays = on public holidays
hours-school-holidays = during school holidays
hours-also = and also { $hours }
hours-else = otherwise, { $hours }
hours-every-day = every day
hours-all-day = 24 hours a day
hours-overnight = { $from } to { $to } the next day
hours-or-later = { $hours } or later
hours-years-from = from { $year } on
hours-year = in { $year }
hours-years = from { $from } to { $to }
hours-month = in { $month }
hours-months = { $number ->
   *[other] from { $from }
} to { $to }
hours-one-date = on { $date }
hours-dates = from { $from } to { $to }
hours-odd-weeks = in odd-numbered weeks
hours-even-weeks = in even-numbered weeks
hours-nth-day = on { $nth } { $day } of the month
nth-1 = the first
nth-2 = the second
nth-3 = the third
nth-4 = the fourth
nth-5 = the fifth
nth-last = the last
date-short = { $day } { $month }
time-hour = { $hour }:00
time-minute = { $hour }:{ $minute }
list-last = { $first } and { $last }
period-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
period-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
period-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
decimal-separator = .
comma = { ", " }
thousands-separator = { "," }
separator = { "; " }
money-euro = €{ $amount }

## Sheets to print

address-sheets = sheets
sheet-file-a4 = a4
sheet-file-large-print = large-print
sheet-file-booklet = booklet
sheet-file-reading = reading
sheet-file-leaflet = leaflet
sheet-file-poster = poster
sheet-file-poster-a3 = poster-a3
sheet-file-tract = tract
sheet-file-bilingual = bilingual
sheet-file-binder = binder
address-messages = messages
text-only = As plain text, for a message or an email
sheets-title = Sheets to print
sheet-edition = Edition
sheet-page = page
sheet-my-notes = For my procedure
sheet-appointment = Appointment on
sheet-at = at
sheet-with = with
sheet-file-number = File number:
sheet-own-notes = My notes
sheet-call = Any question? Call:
sheet-acronyms = Acronyms —
sheet-notes = Notes and addresses
sheet-online = This sheet on the Internet:
sheet-qr-alt = QR code: is this edition still valid?
sheet-qr-help = The QR code tells whether this edition is still valid.
sheet-about = In short
sheet-steps = Step by step
sheet-contacts = How to reach us
sheet-continued = The rest is on the full sheet: ask for it at the counter.
sheet-litter = Please do not litter
sheet-contents = Contents
sheet-directory = Directory
sheet-up-to-date = Up to date on
sheet-more-points = There are more places: the full sheet lists them.
sheet-name-a4 = A4
sheet-name-large-print = A4, large print
sheet-name-booklet = Booklet, to print and fold
sheet-name-booklet-reading = Booklet, to read page by page
sheet-name-leaflet = Leaflet, to fold in three
sheet-name-poster = Poster with tear-off tabs, A4
sheet-name-poster-a3 = Poster with tear-off tabs, A3
sheet-name-tract = Flyer, two to a sheet, to cut
sheet-name-tract-reading = Flyer, to read page by page
sheet-name-bilingual = A4, two languages side by side
sheet-name-binder = Binder: all in one
sheet-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
sheet-archive = All sheets: { $title }
sheet-list-help = These sheets print in black and white on any printer. They photocopy well.
sheet-list-folding = Plain A4 paper will do. Booklets and leaflets are printed on both sides, flipped on the short edge, then folded; flyers are cut in two.
sheet-formats = Formats (PDF)
sheet-pdf = PDF sheet
sheet-none = This page has no sheet for now. You can print the page itself.
sheet-section-title = Sheets to print: { $title }
sheet-details = In detail

## Editions of sheets

address-editions = editions
editions-title = Is my sheet still valid?
editions-help = Each sheet bears a code at the foot of the page, after the word “Edition”. If it is the same here, the sheet still says what is valid today. Only the four letters and digits at the end count.
editions-by-code = Do you have the code? Choose its first character:
editions-current = Editions in force
editions-sheet = Sheet
editions-edition = edition
editions-letter = Editions whose code begins with { $letter }
editions-letter-help = Look for the code of your sheet, at the foot of the page, after the word “Edition”.
editions-holds = This sheet is still valid.
editions-replaced = This sheet has been replaced: ask for the new one.
editions-withdrawn = This sheet is no longer published: ask at the counter what is valid today.
editions-now = Edition in force:
editions-changes = What has changed since:
editions-unknown = A code that is not here is misread, or that of an older sheet: ask for a new one. A code has four characters, and never the letters B, G, I, L, N, O, Q, S, V, Z, nor the digits 0, 1, 5.
editions-link = Do you have an old sheet? See whether it is still valid
edition-part-title = the title
edition-part-summary = the summary
edition-part-routes = the ways, addresses, hours or telephones
edition-part-evidence = the documents to gather
edition-part-text = the explanations
edition-part-practical = the cost or the time it takes
edition-part-appeal = the appeals
edition-part-contact = the address, the hours or the telephone
edition-part-pages = one or several of its pages
edition-part-other = the references
edition-first = first edition on record

## Coverage report

address-coverage = coverage
coverage-title = Procedures, with or without the Internet
coverage-sentence = { $procedures ->
    [one] On this site, one procedure
   *[other] On this site, { $procedures } procedures
}: { $off_line } can be done without the Internet, { $online_only ->
    [0] and none has the Internet for its only route
    [one] and one has only the Internet
   *[other] and { $online_only } have only the Internet
}.
coverage-headline = { $share ->
    [all] All procedures on this site can be done without the Internet
    [none] No procedure on this site can be done without the Internet
   *[some] { $count } of { $procedures } procedures can be done without the Internet
}
coverage-of = { $count } of { $procedures }
coverage-share = { $count } ({ $percent }%)
coverage-on = As of
coverage-how = Each figure counts the guides of the lists below.
coverage-information = Guides that only explain, not counted:
coverage-data = All the data (CSV)
coverage-chart = Share of procedures that can be done each way
coverage-online-only = Procedures that have only the Internet
coverage-declared = declared
coverage-no-route = Guides that name no way
coverage-more = And others, in the data. Their number:
coverage-since = What has changed since
coverage-before-now = Without the Internet: { $before } then, { $now } today.
coverage-no-change = No way has changed.
coverage-lost = Routes gone
coverage-gained = New ways
coverage-added = New guides
coverage-withdrawn = Guides withdrawn
coverage-topics = By topic
coverage-authorities = By authority
coverage-share-of = What can be done without the Internet, then each way:
coverage-unnamed = not stated
coverage-in-person = Counter
coverage-paper = Paper
coverage-phone = Tel.
coverage-online = Internet
coverage-guides = Guide by guide
coverage-informs = only explains
coverage-out-of-date = to be reviewed
coverage-lix = Lix: the length of sentences and the share of long words (C.-H. Björnsson, 1968). Below 40 a text reads well; above 50 it is hard.

## The kit for places without the Internet

address-kit = open
address-kit-readme = read-me
address-kit-contents = contents
kit-lead = This folder holds the whole site: it opens without the Internet, from a USB stick or a disk.
kit-contents = List of contents to print
kit-help = Keep the files together: pages find their sheets and the search where they are.
kit-contents-how = How to open what is on the USB stick
kit-step-copy = Copy the whole folder, or leave it on the USB stick. If it is in a zip file, unpack it first.
kit-step-open = Open “{ $file }”: the browser shows the site. No connection is used.
kit-step-print = The sheets to print are PDF files: they stand beside the pages, which lead to them.

## The statement on accessibility

address-accessibility = accessibility
access-title = Accessibility
access-link = What is verified, what is not, and whom to tell
access-lead = This site is made to be read by everybody: with a screen reader, with the keyboard, in large letters, on an old device, or on paper.
access-verified = What is verified of each version of the theme
access-rules = No page breaks a rule of WCAG 2.2 (levels A and AA) that a program can check (axe-core), 320 and 1280 pixels wide.
access-valid = Each page is valid HTML (vnu, the checker of the W3C).
access-contrast = The contrast of the text is 7 to 1 at least, in light and in dark.
access-zoom = 320 pixels wide, with letters twice as large or further apart, nothing is cut off and nothing scrolls sideways.
access-keyboard = Everything can be done with the keyboard, in the order of the page, and you always see where you are.
access-colours = With the colours that the device imposes, frames and links can still be seen.
access-order = A screen reader meets the title, then the ways without the Internet, then the documents, then the steps.
access-old = Without JavaScript, and in old or text browsers, everything can be read.
access-sheets = The PDF sheets are tagged (PDF/UA-1): headings, lists, tables, languages and texts for images.
access-not = What is not
access-not-text = A program does not see everything. Its authors compared the theme with the 106 criteria of the French RGAA, one by one: this is not an audit of this site. Nobody has tried all pages with all screen readers yet. How good the texts and the descriptions of images are depends on who writes them.
access-help = Is something wrong?
access-help-text = Tell us: at the counter, by post or by telephone. We can also read a page to you, or send you its sheet in large print.
