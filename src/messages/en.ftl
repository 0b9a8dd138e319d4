### What the tool says, in English.

severity-error = error
severity-warning = warning
severity-help = help
decimal-separator = .
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
thousands-separator = ,
diagnostics-rest = { $count ->
    [one] … and { $shown } more “{ $name }”
   *[other] … and { $shown } more “{ $name }” in { $files } { $files ->
        [one] file
       *[other] files
    }
} ({ $total } in all). To see them all: { $by ->
    [import] add --all to the command
   *[check] guichet check --rule { $name }
}
fixed = { $count ->
    [0] There is nothing that guichet can correct without you.
    [one] One correction written into the files: check it above.
   *[other] { $count } corrections written into the files: check them above.
}
mend-add = Add “{ $text }”
mend-add-campaign = Add the campaign “{ $name }” to the settings of the site
mend-add-topic = Add the topic “{ $name }” to the settings of the site
mend-correct = Correct
mend-counter = Add a counter: { $name }
mend-dated = Date it today: { $text }
mend-free-folder = Publish all files of the folder “{ $folder }”
mend-image-as-link = Put a link in place of the image
mend-informs = Say that this page informs, with nothing to do
mend-keep = Keep “{ $text }”
mend-new-organization = Create the page of the organization “{ $name }”
mend-note-as-text = Keep the text of the note, without its number
mend-organization = Use the organization “{ $text }”
mend-postal-order = Put the postcode and the town last
mend-remove = Remove “{ $text }”
mend-remove-element = Remove this element and what it contains
mend-remove-exception = Remove this exception
mend-remove-field = Remove this field
mend-remove-image = Remove this image
mend-remove-item = Remove this line from the list
mend-remove-line = Remove this line
mend-remove-note = Remove the reference to the note
mend-remove-attribute = Remove this attribute and keep the tag
mend-remove-tag = Remove the tag and keep what it contains
mend-reviewed = I have checked this page today
mend-save = Save this file in UTF-8
mend-title = Give it this title: “{ $text }”
mend-translated = I have updated this translation
mend-unlimited = Remove the end date: the page remains valid
mend-unlink = Remove the link and keep its words
mend-write = Write “{ $text }”
nothing-wrong = Nothing to report.
not-published = Nothing was published: the old site is as it was. Mend the errors above and try again.
summary-built = Site built in { $time }: { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
} of which { $changed } new or changed, in { $out }/
summary-published = Site published in { $time }: { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
} of which { $changed } new or changed, in { $out }/
summary-heaviest = Heaviest page: { $page }, { $weight } kB to send.

## Publishing to a host

publish-sending = Sending to { $host }: { $sent } of { $total }
publish-sent = Site published at { $host } in { $time }: { $sent ->
    [one] { $sent } file
   *[other] { $sent } files
} sent ({ $weight }), { $spared } already there, { $deleted } removed
publish-would-send = Nothing was sent. Files to send: { $sent } ({ $weight }), to remove: { $deleted }
publish-no-courier = this program only publishes to folders: it was built without “courier”.
publish-password = Password of { $user } at { $host }:
host-cut = the connection to the host was cut several times ({ $reason }). What has arrived stays there, whole: run the same command again, and it goes on from there.
host-unreachable = the host “{ $host }” does not answer ({ $reason }). Check “host” and “port” in guichet.yaml, and the connection to the Internet.
host-untrusted = the host “{ $host }” is not known to this computer yet. The fingerprint of its key is { $fingerprint }: if that is the one in its documentation, write in guichet.yaml, below “publication”, “fingerprint: { $fingerprint }”.
host-impostor = the host “{ $host }” does not show the key that is expected, but { $fingerprint }: somebody may pretend to be it. Nothing was sent. Ask the host whether its key has changed; if so, correct “fingerprint” in guichet.yaml, or the file known_hosts.
host-not-let-in = the host “{ $host }” does not let “{ $user }” in. Check “user” in guichet.yaml, the key, and the password (the variable GUICHET_PASSWORD, or the question in the terminal).
host-full = the host has no more room for “{ $path }”. The old site is still there, whole. Make room, then run the command again.
host-cannot-replace = this host does not allow “{ $path }” to be replaced in one step: readers might meet a page that is half written. Nothing that they see was touched. Ask the host to allow renaming over an existing file, or publish in another way.
host-refused = the host refuses “{ $path }” ({ $reason }). Check “folder” in guichet.yaml, and that you may write there.
host-not-ours = the folder at the host holds files that guichet did not put there: { $names }. So that nothing is lost, it is left alone: remove them, or choose another folder in guichet.yaml.
host-occupied = at the host, “{ $path }” is not guichet’s, and the site has a file to put there. Rename it there or change the address of the page, then try again.
host-locked = { $words } is publishing to this site at the moment. Try again in a few minutes.
host-unread = at the host, “{ $path }”, where guichet notes what it has put there, is damaged or of a later version. Update guichet; otherwise empty the folder and publish again.
host-rebuilt = the site was built again while it was sent (“{ $path }”). Run the command again.

## What the system answers

system-not-found = it does not exist
system-permission = you do not have permission to do that
system-not-a-folder = there is a file where a folder should be
system-is-a-folder = it is a folder, not a file
system-cut = it ends too early
system-full = the disk is full
system-read-only = nothing can be written to this disk
system-name = the system does not accept this name, which may be too long
system-too-many-files = too many files are open
system-loop-of-links = this symbolic link points to itself
system-address = another program uses this address
system-exists = a file or folder has that name already
system-not-a-file = it is not an ordinary file
system-outside = this path leads out of the site’s folder
system-large = it is too large{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-content = its content is damaged, incomplete or of another kind{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-unsupported = guichet cannot read this format{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}
system-other = unusual error{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
}

## Publishing

publish-no-target = the site does not say where it is to be published. Write it in guichet.yaml, such as “publication: ../site-online”: that folder will receive the site.
publish-unknown-target = the site names no place “{ $name }”. In guichet.yaml, “publication” names: { $known }
publish-would-change = Nothing was published. New files: { $new }, changed: { $changed }, gone: { $gone }
publish-not-ours = the folder “{ $path }” holds files that guichet did not write. So that nothing is lost, it is left alone: empty it, or choose another, with --out or in guichet.yaml (“publication”).
publish-covers-sources = publishing into “{ $path }” would erase the site’s own sources. Choose another folder, with --out or in guichet.yaml (“publication”).
publish-not-a-folder = “{ $path }” is a file, not a folder. Choose another name, with --out or in guichet.yaml (“publication”).
publish-occupied = “{ $path }” is not guichet’s, and the site has a file to write at the same place. Move or rename it, then try again. The old site is unchanged.
publish-other-disk = “{ $path }” is on another disk: by replacing the published folder, guichet might empty it. Move it out of the published folder, then try again. The old site is unchanged.
publish-disk-full = the disk is full: “{ $path }” could not be written. The old site is unchanged.
publish-failed = “{ $path }” could not be written: { $reason }. The old site is unchanged.
write-failed = “{ $path }” could not be written: { $reason }
theme-bad-name = “{ $name }” cannot be the name of a theme: use letters, digits and dashes.
theme-ejected = { $count ->
    [0] All files of the theme exist already: nothing was written.
    [one] { $count } file written. Delete it if you do not change it: guichet then uses the built-in one.
   *[other] { $count } files written. Delete those that you do not change: guichet then uses the built-in ones.
}{ $name ->
    [default] { "" }
   *[other] { " " }To use it, write “theme: { $name }” in guichet.yaml.
}

## Creating

init-exists = “{ $path }” already holds a site (guichet.yaml). So that nothing is overwritten, nothing was written.
init-done = The site is ready in “{ $path }”.
init-complete = Complete { $path }: telephone, address, hours. guichet has left out what it does not know.
init-ask-name = What is the name of the organization that publishes the site? (Enter to skip)
init-ask-place = For which town or area? (Enter to skip)
init-ask-phone = At which telephone number can people reach somebody? (Enter to skip)
init-no-directory = to take the counters of the commune { $code }, the file of the directory of administrations is needed. Nothing was written.
init-no-commune = the directory has the counters of all of France: add the INSEE code of your commune (that of the census, not the postcode), such as “--commune 35360”. Nothing was written.
init-bad-commune = “{ $place }” is not the INSEE code of a commune: it has five characters, such as 35360 or 2A004, and is not the postcode. Nothing was written.
init-cut = { $path } is incomplete or damaged: download it again. Nothing was written.
init-no-file = { $path } does not exist. Nothing was written.
init-other-source = { $path } is not what this option takes: it looks like { $found }. Nothing was written. { $option ->
    [none] Once the site is there, type: { $command }
   *[other] Give it with “--{ $option }” instead.
}
init-get-guide = The official guide to public services, to download (some 24 MB):
init-get-annuaire = The directory of administrations, to download (some 350 MB):
init-then = Then:
init-imported-service-public = Pages of the official guide: { $count }
init-imported-annuaire = Counters of the directory: { $count }
init-phone = Your number is in { $path }{ $before ->
    [none] { "" }.
   *[other] { "" } instead of that of the directory: { $before }. Later imports keep it.
}
init-next =
    To see it while you write:  guichet serve --open
    To add a guide:             guichet new guide "Its title"
    To publish it:              guichet build, then copy the folder public/
init-cd = First go to its folder:     cd { $path }
no-folder = the folder { $folder } does not exist. Check its name after “--site”, or make the site with “guichet init { $folder }”.
new-no-site = there is no site here (no guichet.yaml). Make one with “guichet init”, or go to its folder.
new-exists = “{ $path }” exists already. So that nothing is overwritten, nothing was written: choose another title.
new-bad-title = this title has no letter and no digit.
new-done = { $path } is ready. It is a draft: “guichet serve” shows it, and it is published once you delete its line “draft”.

## Explanations

explain-unknown = there is no rule “{ $name }”.{ $nearest ->
    [none] { "" }
   *[other] { " " }Did you mean “{ $nearest }”?
} Rules: { $known }
explain-adjustable = It is { $severity ->
    [error] an error
   *[warning] a warning
}. For the whole site, in guichet.yaml: “checks: {"{"} { $name }: { $severity ->
    [error] warn
   *[warning] error
} {"}"}” (or “off” to silence it). For a page, in its front matter: “allow: {"{"} { $name }: "the reason" {"}"}”.
explain-fixed = It is { $severity ->
    [error] an error
   *[warning] a warning
}, which cannot be adjusted.
## Reviews

due-title = { $count ->
    [0] Nothing is to be reviewed until { $until }.
    [one] One page to review until { $until }.
   *[other] { $count } pages to review until { $until }.
}
due-no-keeper = Without a maintainer
due-never = never checked
due-expired = no longer valid
due-expires = expires
due-overdue = overdue
due-due = due
due-event-never = Check: { $title }
due-event-expires = No longer valid: { $title }
due-event-due = Review: { $title }
due-calendar = These reviews are in { $path }: open it in your calendar.
## Report and records

report-errors = no report: these errors would make its figures wrong.
report-procedures = { $procedures ->
    [one] One procedure
   *[other] { $procedures } procedures
}{ $information ->
    [0] { "" }
    [one] { "" } (and one guide that only explains)
   *[other] { "" } (and { $information } guides that only explain)
}
report-in-person = in person
report-paper = by post
report-phone = by telephone
report-online = on the Internet
report-off-line = without the Internet
report-online-only = only on the Internet
report-no-route = no route named
report-online-only-list = Online only:
report-no-route-list = Without a route:
report-since = Since the report of { $since }:
report-lost = route lost:
report-gained = new route:
report-added = new guide:
report-withdrawn = guide removed:
report-not-published = This report is not a page of the site (“report: no” in guichet.yaml).
import-added = Added: { $count }
import-changed = Changed by the source: { $count }
import-merged = Changed by the source and by you, both are kept: { $count }
import-kept = Changed by you, kept as they are: { $count }
import-foreign = Existed before any import, left as they are: { $count }
import-withdrawn = Removed, the source no longer has them: { $count }
import-withdrawn-kept = Removed by the source, kept because you have changed them: { $count }
import-left-out = Left out because you deleted them: { $count }
import-more = … and { $count } { $count ->
    [one] other
   *[other] others
}
passed-over-annexes = Town halls that are annexes, of former communes, or in the source twice, left out: { $count }
passed-over-closed = Offices that the directory no longer shows, left out: { $count }
passed-over-no-kind = Offices of which the directory does not say the kind, left out: { $count }
passed-over-on-site = Structures that the site has already, left aside: { $count }
passed-over-same = Structures that two producers know, with one page for both: { $count }
passed-over-nameless = Records without a name, left aside: { $count }
passed-over-no-route = Services of which nothing says how to get them, only named on the page of their structure: { $count }
passed-over-no-structure = Services without a route whose structure is not there, left aside: { $count }
passed-over-professionals = Services that only a professional can ask for, only named on the page of their structure: { $count }
passed-over-elsewhere = Services that receive people in another commune, left aside: { $count }
passed-over-modes = Routes that guichet does not know, left aside: { $count }
passed-over-twice = Offices that are there twice, of which the latest was taken: { $count }
import-news = { $count ->
        [one] One page has changed since the last import:
       *[other] { $count } pages have changed since the last import:
    }
import-news-since = { $count ->
        [one] One page has changed since the last import, of a source of { $since }:
       *[other] { $count } pages have changed since the last import, of a source of { $since }:
    }
import-news-page = { $title }: { $points }
import-news-added = New pages: { $count }
import-page = { $title } ({ $path })
import-more-all = … and { $count } more, which --all shows
import-repeated = Told at the last import, and shown again by --all: { $count ->
        [one] one message
       *[other] { $count } messages
    }
import-unsettled = Passages where you have not chosen yet: { $count }
import-publisher-kept = { $path } is the page of the site's publisher: it stays, though the source no longer has it
import-older = This file is of { $date }, and the last one imported was of { $since }: its pages are older than those of the site.
import-article = For readers, what has changed: { $path }
import-since = Changed in the source since { $since }: { $count ->
        [0] no page
        [one] one page
       *[other] { $count } pages
    }
import-since-page = { $day } { $page }
import-since-important = { $day } { $page }, an important change according to the source
news-section = What has changed in the official guide
news-section-summary = When the official guide changes, the pages of this site change with it. Here is which, and how.
news-title = Official guide: { $counts }
news-count = { $fate ->
        [changed] { $count ->
            [one] one page has changed
           *[other] { $count } pages have changed
        }
        [added] { $count ->
            [one] one page is new
           *[other] { $count } pages are new
        }
       *[withdrawn] { $count ->
            [one] one page has been withdrawn
           *[other] { $count } pages have been withdrawn
        }
    }
news-summary = { $count ->
        [1] This concerns “{ $first }”.
        [2] This concerns “{ $first }” and “{ $second }”.
        [3] This concerns “{ $first }”, “{ $second }” and one other page.
       *[other] This concerns “{ $first }”, “{ $second }” and { $rest } other pages.
    }
news-heading = { $fate ->
        [changed] What has changed
        [added] What is new
       *[withdrawn] What is no longer there
    }
news-line = {""}: { $points }
news-topic = {""}: { $count ->
        [one] one page,
       *[other] { $count } pages, among them
    }
news-no-topic = Other pages
news-replaced = , replaced by
news-old-title = new title, instead of “{ $title }”
news-value = { $old } becomes { $new }
news-part = “{ $title }”
news-new-part = new part “{ $title }”
news-gone-part = part withdrawn “{ $title }”
news-more-points = and other passages
news-field = { $field ->
        [title] the title
        [summary] the summary
        [routes] how to do it
        [evidence] the papers to provide
        [cost] the cost
        [time] the time limits
        [appeal] what to do when refused
        [output] what one gets
        [audience] who it is for
        [legal] the texts of law
        [authority] the competent authority
        [contact] the contact details
        [hours] the opening hours
       *[text] the text
    }
import-unchanged = Nothing has changed.
import-schema = The official guide, in format { $version }, last changed on { $date }
import-schema-ended = Format { $version } has not been published since { $date }: take the files of format { $current }, for instance { $address }
import-schema-ends = Format { $version } will soon no longer be published: take the files of format { $current }, for instance { $address }
passed-over-elements = Elements that guichet does not know, their text is kept as plain text: { $count }
passed-over-strangers = Files that are no fiche, dossier or service, left aside: { $count }
passed-over-images = Images that the source names and does not give, their text is kept: { $count }
passed-over-terms = Words that the source does not explain, kept without a link: { $count }
passed-over-long-pages = Texts too long for a page, which has their official address only: { $count }
import-dry-run = Nothing was written.
import-nothing = { $path } has nothing to import.
import-source-service-public = the official guide “Vos droits et démarches” (a zip of XML files, or their folder)
import-source-annuaire = the directory of administrations (“all_latest.tar.bz2”, the JSON in it, or the CSV of its API)
import-source-inclusion = a file of data·inclusion (JSON or CSV), or a folder or zip of such files
import-source-hugo = the folder of a site made with Hugo
import-source-zola = the folder of a site made with Zola
import-source-jekyll = the folder of a site made with Jekyll
import-source-wordpress = the export of a WordPress site (an XML file)
import-other-source = { $path } is not what this command reads: it looks like { $found }. Nothing was written. Type instead: { $command }
import-not-source = { $path } is not what this command reads: it is { $found ->
    [empty] an empty file
    [empty-folder] a folder without files
    [folder] a folder in which nothing looks like it
    [zip] a zip in which nothing looks like it
    [html] a web page, perhaps saved instead of the file
    [pdf] a PDF
    [office] an office document
    [image] an image
    [xml] an XML file of another kind
    [json] a JSON file of another kind
    [text] a text of another kind
    [packed] a compressed file in which nothing looks like it
   *[other] a file of another kind
}. It reads { $wanted }. Nothing was written.{ $address ->
    [none] { "" }
   *[other] { " " }To download: { $address }
}
import-broken-zip = { $path } is an incomplete or damaged zip: download it again. Nothing was written.
import-unzip = { $path } is a zip: unpack it, then give the command what is in it. Nothing was written.
import-part = the source could not be read whole: see the messages above. What is missing there was not removed from the site.
import-unreadable-source = { $path } cannot be read: { $reason }
import-bad-ledger = { $path } records what the last import wrote, and cannot be read in full: correct it, or restore it from a backup. Nothing was written.
import-many-withdrawn = the source no longer has { $count } pages, more than half: is it whole? Nothing was written. If that is meant, add “--withdraw”.
record-errors = nothing was recorded: these errors keep the site from being published.
record-edition = { $file }: { $edition }, { $changed }
record-no-edition = No sheet has changed since the last record.
record-editions = Editions recorded in { $path }. Read the column “changed”: it is what holders of the old sheet will read.
record-coverage = Today's report recorded in { $path }.
## Preview

atelier-listening = The workshop is open: { $address }
atelier-field-appointment = Appointment
atelier-field-keywords = Keywords
atelier-field-publication = Where the site is published
atelier-field-port = Port
atelier-field-user = Name of the user
atelier-field-fingerprint = Fingerprint of the host
atelier-field-key = File of the key
atelier-field-folder = Folder
atelier-field-headers = Headers for the host
atelier-field-channels = How it is done
atelier-field-in_person = In person
atelier-field-paper = By post
atelier-field-online = On the Internet
atelier-field-kind = Kind
atelier-field-at = Place or organization
atelier-field-send_to = Send to
atelier-field-evidence = Papers to bring
atelier-field-legal = Texts of law
atelier-field-audience = For whom
atelier-field-slug = End of the page’s address
atelier-field-src = Image file
atelier-field-when = In which case
atelier-field-checks = Checks
atelier-field-topics = Topics
atelier-field-base_url = Address of the site
atelier-entries = Explained words
atelier-entries-help = The abbreviations and hard words of the site. Pages spell them out, or explain them.
atelier-example-base_url = https://www.example.org/
atelier-example-colour = #0b4a75
atelier-example-deadline = within two months
atelier-example-hours = Monday to Friday 9am-12pm and 2pm-5pm, Saturday 10am-12pm
atelier-example-keywords = card, papers, identity
atelier-example-processing_time = 3 weeks
atelier-example-slug = identity-card
atelier-help-campaign = Its line of action, one of those in the site’s settings.
atelier-help-campaigns = A short name for each, and the title that people read.
atelier-help-checks = What guichet checks. Nothing is published with an error; a warning does not stop it.
atelier-help-colour = The colour of titles, rules and links: a name or a number, dark enough to be read on white.
atelier-help-free_files = The folders of the site that are published as they are, whether pages name their files or not.
atelier-help-hours = In words, as one says them, or day by day.
atelier-help-ink = How much toner sheets take.
atelier-help-jargon = Pages with the word are reported, with the plainer one.
atelier-start-phone = “{ $phone }” is not a telephone number: write all its digits, or nothing.
atelier-localized-title = The site’s title.
atelier-help-logo = The logo at the head of every page and sheet: a drawing (SVG) or an image.
atelier-help-related = Other pages to read.
atelier-help-src = The file of the image.
atelier-help-theme = The theme of the site, if it is not guichet’s own.
atelier-help-topic = Its topic, one of those in the site’s settings.
atelier-help-topics = A short name for each, and the title that people read.
atelier-help-translated_from = For a translation: the code of the original text that it translates, which guichet gives.
atelier-name-allow = Check
atelier-name-campaigns = Short name
atelier-name-checks = Check
atelier-name-entries = Word or abbreviation
atelier-name-jargon = Hard word
atelier-name-topics = Short name
atelier-severity-error = Error
atelier-severity-off = Do not check
atelier-severity-warning = Warning
atelier-value-allow = Why
atelier-value-campaigns = Title
atelier-value-checks = What to do
atelier-value-entries = What it means
atelier-value-jargon = Plainer word
atelier-value-topics = Title
atelier-hint = Keep this window open while you work there. To stop: Ctrl + C.
atelier-title = Workshop
atelier-closed = The workshop is open only to the person who started it on this computer: come back through the address that guichet has shown.
atelier-without-script = The workshop needs JavaScript, which this browser has switched off. The pages of the site never need it.
atelier-missing = “{ $path }” does not exist, or not any more.
atelier-outside = The workshop writes only to the folder “content” of the site and to guichet.yaml: “{ $path }” is not part of them.
atelier-changed = “{ $path }” has changed in the meantime, in another window or program: nothing was replaced.
atelier-moved = “{ $path }” is called “{ $to }” now.
atelier-deleted = “{ $path }” was deleted. What you have typed is kept in this browser: bring the page back from the bin first.
atelier-unsaved = { $count ->
    [one] “{ $path }” has changes that are not saved: save first, in the window in which this page is open.
   *[other] “{ $path }” and other pages have changes that are not saved: save first, in the windows in which they are open.
}
atelier-not-renamed = “{ $path }” could not be written: { $reason }. Nothing was renamed or changed.
atelier-half-renamed = These files could not be put back as they were: { $files }. This is why: { $why }
atelier-delete-folder = “{ $path }” is a folder: delete its pages.
atelier-stumbled = guichet made a mistake while it read this text: what you have typed is kept, but is not shown. The message is in the window in which the workshop was started.
atelier-too-much = That is too much at once: choose a lighter file, or a shorter text.
atelier-bad-request = The workshop did not understand this request. Load the page again: what you have written is kept.
atelier-too-large = “{ $path }” is over { $limit } MB: split this page into several.
atelier-unclear = This field is written in a way that the form cannot change without touching others: change it in “The whole file”.
atelier-unrendered = This page cannot be shown: { $reason }
atelier-hours-unread = { $message } { $help }
atelier-bad-week = One of these times ends before it begins.
atelier-overlapping-week = Two spans of one day overlap: { $first } and { $next }.
atelier-language = “{ $lang }” is not a language of this site: add it in the settings.
atelier-print-count = Choose from 1 to { $most } sheets to print.
atelier-upload-kind = “{ $name }” is neither an image nor a document that pages can offer.
atelier-kind-guide = Guide to a procedure
atelier-kind-article = Article
atelier-kind-organization = Place or organization
atelier-kind-page = Plain page
atelier-todo-errors = { $count ->
    [one] One page has an error that prevents publishing
   *[other] { $count } pages have errors that prevent publishing
}
atelier-todo-reviews = { $count ->
    [one] One page is due for review
   *[other] { $count } pages are due for review
}
atelier-todo-counters = { $count ->
    [one] One page sends people to a place that the directory does not have
   *[other] { $count } pages send people to places that the directory does not have
}
atelier-todo-translations = { $count ->
    [one] One translation is behind its original
   *[other] { $count } translations are behind their originals
}
atelier-todo-drafts = { $count ->
    [one] One draft waits to be published
   *[other] { $count } drafts wait to be published
}

serve-listening = Preview of the site: { $address }
serve-hint = The page reloads whenever you save. To stop: Ctrl + C.
serve-no-port = no free port from { $port } on.
serve-no-threads = the system does not allow guichet enough threads for the preview: close other programs, or raise the limit (“ulimit -u”).
serve-open-failed = the browser could not be opened: open { $address } yourself.
serve-watch-failed = the files cannot be watched: { $reason }
serve-problems-title = What is left to fix
serve-broken-page = This page cannot be shown until the error below is fixed.

## Command line

usage-unknown-command = there is no command “{ $command }”.
usage-unknown-argument = there is no option “{ $argument }” here.
usage-invalid-value = “{ $value }” is not valid for { $argument }. Possible: { $known }
usage-unreadable-value = “{ $value }” is not valid for { $argument }.
usage-missing-argument = missing: { $argument }
usage-missing-command = a command is missing.
usage-hint = To see the commands: guichet --help

value-dir = DIR
value-file = FILE
value-folder = FOLDER
value-kind = KIND
value-title = TITLE
value-name = NAME
value-place = PLACE
value-phone = PHONE
value-rule = RULE
value-language = LANGUAGE
value-target = TARGET
value-text = TEXT
value-number = NUMBER
value-code = CODE
value-format = FORMAT
value-port = PORT
value-host = SERVER
value-shell = SHELL

help-default = { " " }(otherwise: { $value })
help-about = guichet makes a very light site of public information out of a folder of Markdown.
help-usage = Usage:
help-commands = Commands
help-command-name = COMMAND
help-options = Options
help-arguments = Arguments
help-help = Show this help
help-version = Show the version
help-lang = Language of messages
help-site = The site’s folder (default: the current one)
help-today = Day for which the site is built (default: today)
help-format = Format of the messages: text, json, sarif, github or gitlab
help-drafts = Publish drafts too
help-no-drafts = Do not show drafts
help-init = Make a small site, ready to fill in
help-init-dir = Folder to create
help-init-name = Name of the organization that publishes the site
help-init-place = Town or area that it serves, or INSEE code with --annuaire (or --commune)
help-init-phone = Telephone number at which people reach somebody
help-init-guide = Official guide to public services of France (the zip, or the folder of its files), which becomes the site's content
help-init-annuaire = Directory of administrations, from which the site takes the counters of the commune
help-new = Create a page to fill in
help-new-kind = What to create: guide, article, organization or page
help-new-title = The page’s title, in quotes
help-build = Build the site, into public/
help-out = Folder to write the site to
help-no-sheets = Do not make the sheets to print
help-strict = Treat every warning as an error: for continuous integration
help-shard = Write only part I of N, to share the work between machines
help-publish = Build the site, and publish it where guichet.yaml says
help-publish-target = The place, by its name in guichet.yaml (else the first)
help-publish-dry-run = Say which files would change, and publish nothing
help-check = Report everything that is wrong, and write nothing
help-atelier = Opens the workshop in the browser: write, check, print, publish
help-fix = Apply the corrections that are certain, and show them
help-all = Show all messages instead of the first of each kind
help-rule = Show only the messages of this rule (dead-link…), all of them; separate several with commas
help-explain = Explain a rule: why it exists, and what to do
help-hours = Read opening hours in words, and show what guichet understands
help-hours-text = The hours, between quotation marks
help-hours-format = Format: text or json
hours-written = To write: { $hours }
hours-without-words = { $hours }: guichet cannot put these hours into words; they would appear as they are
help-due = List what is due for review until then, by maintainer (60d, 2 months…)
help-calendar = With --due: also write these reviews as a calendar (iCalendar)
help-serve = Preview the site while you write
help-port = Port; if it is taken, the next free one
help-open = Open the browser
help-no-open = Does not open the browser
help-lsp = Help your text editor: mistakes, suggestions, explanations
help-sheet = Print pages, a section or the whole site to a PDF
help-sheet-file = The page’s Markdown file, or several, whose sheets follow one another in one PDF; for a binder, the _index.md of the section or the site
help-sheet-format = The format: { $formats }
help-sheet-out = The file to write, PDF or PNG (a picture for each page); without it, the PDF goes to standard output
help-sheet-for-printer = Booklet and tract: the copy to print, two pages on an A4, to fold or cut
help-sheet-duplex = Several sheets on both sides of the paper: each begins on the front
help-sheet-data = Write, instead of the PDF, what the sheet’s template reads (JSON)
sheet-no-ending = a sheet cannot be written as “.{ $ending }”: give a name that ends in .pdf, or in .png for pictures
sheet-only-pdf = several sheets can only be written together as a PDF: for pictures or --data, give a single file
sheet-to-terminal = a PDF cannot be read in a terminal: give it a file, as in “guichet sheet { $file } -o { $name }”
sheet-no-page = { $file } is not a page of this site
sheet-no-format = { $file } has no sheet “{ $format }”; choose among: { $known }
sheet-none = { $file } has no sheet “{ $format }”
sheet-nothing = { $file } has nothing to print as “{ $format }”: { $format ->
    [bilingual] the page has no translation
   *[other] the section has no pages
}
sheet-not-written = { $file } cannot be written: { $reason }
help-report = Report which routes procedures have, and which are online only
help-report-format = Format of the report: text, html, csv or json
help-report-out = The file to write; without it, the report goes to standard output
help-import = Import content from another source into the site
help-import-service-public = The official guide of France “Vos droits et démarches” of service-public.fr, as XML
help-import-annuaire = The national directory of administrations of France, for some communes: the file of the DILA, or the CSV of its API
help-import-annuaire-commune = A commune, by its INSEE code (not its postcode); several, with commas
help-import-annuaire-departement = A département, by its number
help-import-annuaire-siren = The communes of an intercommunality, by its SIREN number
help-import-inclusion = The social structures and services of data·inclusion: JSON or CSV, a file or a folder
help-import-inclusion-commune = A commune, by its INSEE code (not its postcode); several, with commas
help-import-inclusion-departement = A département, by its number
help-import-inclusion-siren = The structures of a public body, by its SIREN number; of an intercommunality, its services too
help-import-hugo = A site made with Hugo
help-import-zola = A site made with Zola
help-import-jekyll = A site made with Jekyll
help-import-wordpress = A site made with WordPress, from its export (WXR)
help-import-source = The folder or file to read
help-import-since = Also tells what the source has changed since this day, by its own dates
help-import-dry-run = Show what would change, and write nothing
help-import-withdraw = Remove what the source no longer has, even if that is more than half
help-bundle = Make a zip of the site for a USB stick, or an EPUB book
help-bundle-format = kit (the whole site, as a zip) or epub (a section, as a book)
help-bundle-section = The section of the book, such as guides; without it, the whole site
help-bundle-language = The language of the book, such as ar; without it, that of the site
help-bundle-out = The file to write
bundle-written = { $out }: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $weight }
bundle-errors = nothing was written: these errors keep the site from being published.
bundle-not-written = Nothing was written. Fix the errors above, then try again.
bundle-no-section = there is no section “{ $section }” in language { $language }. Sections: { $known }
kilobytes = { $count } kB
megabytes = { $count } MB
help-headers = Print the headers for a server: caching, security policy
help-headers-host = apache, netlify (or Cloudflare Pages), nginx or caddy
help-record = Record what is published: the editions of sheets and today's report, in records/
help-record-note = What has changed, in your words, for all changed sheets
help-schema = Print the JSON Schema of front matter, for completion in an editor
help-schema-file = Of which file: page, config or glossary
help-theme = Manage the theme
help-eject = Write the files of the built-in theme, to change them
help-eject-name = Name of the folder below themes/
help-completions = Print the completion script for a shell
help-shell = For which shell: bash, elvish, fish, powershell or zsh
help-man = Print the manual page

## In the editor’s program: guichet lsp

lsp-mend-all = Correct all in this file that is certain
lsp-required = Required.
lsp-choices = One of these values: { $names }.
lsp-fields = Its fields: { $names }.
lsp-list = There may be several.
lsp-kind = a kind of organization
lsp-no-site = This folder is not that of a site, for lack of a guichet.yaml: { $path }
lsp-not-read = This file is not a text of a site: { $path }

## Diagnostics: a message, then what to write instead.

unreadable = this file cannot be read: { $reason }
    .help = check that you have permission to read it
    .help-font = replace it with a font that opens, or delete it: it is no font, or is damaged
    .help-missing = create this folder: the pages of the site go there
file-too-large = this file is larger than { $limit } kB, the limit for a text
    .help = split it into several pages
invalid-utf8 = this text is not UTF-8
    .help = in your editor, save it with the encoding UTF-8
nul-byte = this file contains a NUL character: it is not a text
    .help = delete that character, or the file if it is here by mistake
symbolic-link = this symbolic link does not point to a file of the content/ folder
    .help = copy the file itself to this place
bad-file-name = this file name cannot become an address
    .help = rename the file with letters, digits and dashes
unpublished-file = { $cause ->
    [kind] this file is not published: guichet does not know this kind of file
    [server] this file is not published: servers look for their settings under this name
   *[unnamed] this file is not published: no page leads to it
}
    .help = to publish it, write a link to it on a page: { $link }; otherwise take it out of content/
    .help-folder = to publish it, write a link to it on a page: { $link }; to publish the whole of its folder as it is, write in guichet.yaml “free_files: [{ $folder }]”; otherwise take it out of content/
    .help-kind = Markdown texts, images and these files can be published: { $published }; any other file, in a folder that is served as it is (“free_files” in guichet.yaml)
    .help-server = if that is meant, write in guichet.yaml “free_files: [{ $path }]”; otherwise rename it or take it out of content/
    .help-no-file = this is not an ordinary file: move it out of content/
    .help-yaml = only “glossary.yaml” is read here (and “glossary.en.yaml” for another language)
unknown-folder = the folder “{ $folder }” is not in content/, or holds no file to be served as it is
    .help = write the name of a folder of content/, or take this line out
    .help-nearest = did you mean “{ $nearest }”?
data-without-address = the data are not published: other programs know what a site describes by its address, and this site has none
    .help = write the site’s address in guichet.yaml, such as “base_url: https://example.org/”, or take “data” out
unsafe-svg = this SVG image contains what could run or load something: { $what }
    .help = guichet removes it from the published image; look at the result, then save the file again without it
no-configuration = { $cause ->
    [folder] the folder { $folder } does not exist
   *[file] there is no file guichet.yaml: this folder is not a site
}
    .help = go to the site’s folder, or create one with “guichet init”
    .help-folder = check its name after “--site”, or create the site with “guichet init { $folder }”
bad-yaml = { $cause ->
    [colon] this text contains “: ”, which YAML reads as the end of a field’s name
    [quote] this quotation mark is not closed
    [after-quote] there is text after the closing quotation mark
    [tab] this line begins with a tab
    [indent] this line is not aligned with those around it
    [stray] this line is not a field: it lacks a name and “:”
    [dash] this field takes no list, and its text begins with a dash
    [no-colon] “:” is missing after the name of this field
    [fields-below] this text has fields below it: a field is either a text or fields
    [list-below] this text has a list below it, and this field takes no list
    [large] this front matter contains more values than guichet reads
    [deep] this field is indented below more fields than guichet reads
   *[other] this line is not written as a field, and cannot be read
}
    .help = write one field a line, “name: text”, the text in straight quotation marks if it has signs in it; or delete this line
    .help-colon = put this text in quotation marks, such as title: "Help: the steps"
    .help-quote = add the missing quotation mark at the end of the text, or take the first one away
    .help-after-quote = put the whole text in straight quotation marks, and write “ ” inside
    .help-tab = write spaces instead of the tab
    .help-indent = align the fields below one another; what depends on a field is indented below it
    .help-stray = give it a field’s name, or delete it; what goes on with a text is indented below its field
    .help-dash = take the dash away; if it is a part of the text, put all of it in straight quotation marks
    .help-no-colon = write the name of the field, “:”, then what it says; if it goes on with a text, indent it below its field
    .help-fields-below = if it goes on with the text, put all of it in quotation marks, on one line; if these are fields, align them with the one above, or put this text below its field with them, with a name and “:” of its own
    .help-list-below = take the dashes away: what has a name and “:” is aligned with the field above, the rest goes on with the text
    .help-large = make it smaller; an anchor (&) that is repeated counts each time
    .help-deep = no field has so many above it: put it below the one to which it belongs, or delete it
as-meant = { $cause ->
    [colon] this text holds “: ”, which YAML takes for the end of a field’s name; it is read whole, as a text
    [comment] YAML would stop reading at “#”; this text is read whole
    [quote] this quotation mark is not closed; the text is read to the end of the line
    [after-quote] there is text after the closing quotation mark; all of it is read as a text
    [inner-quote] quotation marks stand around a text that holds some; the text is read without those around it
    [curly-quotes] these quotation marks are not part of the text; they are taken off
    [bracket] this bracket or brace is not closed; it is read as if it were at the end of the line
    [emphasis] these asterisks would be printed as they are; they are taken off
    [mark] this text begins with a character that YAML reserves; it is read as it is
    [bullet] “{ $written }” is read as the dash of a list
    [escape] between quotation marks, “\” means something to YAML; it is read as a sign of the text
    [block] this sign announces a text on the lines below; the text is on its own line, and the sign is not read
    [comma] this comma is one too many; it is not read
    [item] the fields of a front matter are no list; this dash is not read
    [under] this line is read as what the field above it says
    [above] the line “---” above the front matter is missing; it is read as if it were there
    [fence] “{ $written }” is read as the line “---” around the front matter
    [rule] the line “{ $written }” is one too many; it is not read
    [first] this text has a list below it; it is read as the first item of that list
    [encoding] this text is not in UTF-8; it is read as { $written }
    [items] “{ $written }” is read as several items of the list
    [answer] “{ $written }” tells readers of the page nothing; this field is read as empty
    [none] “{ $written }” is read as an empty field
    [alone] this field takes one text, without dash or brackets; “{ $meant }” is read as that text
    [dashes] these fields are no list; their dashes are not read
    [sign] this sign is one too many; it is not read
    [first-field] a field stands on the line of “---”; it is read as if it were below
    [twice] the field “{ $key }” is written twice; what both say is read together
    [idle] the field “{ $key }” is written twice; here it says nothing more
    [field] this text has fields below it; it is read as one of them
    [tab] lines begin with a tab; it is read as spaces
    [indent] this field is indented; it is read as if it were not
   *[other] “{ $written }” is read as “{ $meant }”
}
    .help = write: { $meant }
    .help-above = add a line “---” at the very top of the file; “guichet check --fix” does it
    .help-tab = replace each tab by spaces; “guichet check --fix” does it
    .help-indent = align it with the field above; “guichet check --fix” does it
    .help-sign = take this sign out; “guichet check --fix” does it
    .help-under = indent it; “guichet check --fix” does it
    .help-rule = take this line out; “guichet check --fix” does it
    .help-first = put it on a line of its own, first in the list: { $meant }
    .help-field = put it on a line of its own, set in, with the fields below it: { $meant }
    .help-encoding = save it with the encoding UTF-8; “guichet check --fix” does it
    .help-items = put each on a line of its own, behind a dash; “guichet check --fix” does it
    .help-items-by-hand = put each on a line of its own, behind a dash
    .help-answer = write what is to be read there, or take this field out
    .help-none = take this field out, or leave it empty; “guichet check --fix” empties it
    .help-alone = write it on the line of the field: { $meant }
    .help-alone-by-hand = take out the dash or the brackets
    .help-dashes = take out the dashes before these fields; “guichet check --fix” does it
    .help-first-field = put it on the next line: { $meant }
    .help-twice = put everything under one “{ $key }”; “guichet check --fix” does it
    .help-twice-by-hand = put everything under one “{ $key }”
    .help-idle = take this line out; “guichet check --fix” does it
    .help-idle-by-hand = take it out here
    .help-bullet = write a dash and a space; “guichet check --fix” does it
unclosed-front-matter = { $case ->
    [both] the lines “---” above and below the front matter are missing
    [behind] the front matter is not at the very top of the file: something stands above it
   *[after] the front matter begins with “---” and does not end
}
    .help = { $case ->
    [both] add a line “---” at the very top of the file, and another between front matter and text
    [behind] put the front matter, from “---” to “---”, at the very top of the file; what was above it goes below, and the page’s title into the front matter: “title: …”
   *[after] add a line “---” between front matter and text
}
unknown-key = “{ $key }” is not a possible field here
    .help = possible fields: { $known }
    .help-first = possible fields: { $known } To see all of them, and what they say: guichet check --explain unknown-key
    .help-none = all possible fields are written: put what this one says into one of them, or into the text, and take it out
    .help-nearest = did you mean “{ $nearest }”?
    .help-written = the field “{ $nearest }” is written already: put there what this one says, and take it out
    .help-route = write this field below “channels”, indented below “{ $route }”; if a text is there already, put it below too, with a field’s name and “:”
    .help-image = an image stands in the text, below the front matter: ![what it shows](photo.jpg); take this field out
    .help-contact = say whom to ask below “channels” (in_person, paper, phone), and take this field out
    .help-text = there is no field for that: say it in the text, below the front matter, and take this field out
    .help-language = take this field out: the language of a page is in the name of its file, such as act.en.md
    .help-channel = indent it, and what belongs to it, below “channels:”
duplicate-key = the field “{ $key }” is written on line { $line } already, and says something else
    .help = keep the one that is right, and take the other out
    .help-texts = put both texts into one “{ $key }”, or keep the one that is right
    .help-fields = put everything under one “{ $key }”, set in, with the name of a field before each text
    .help-name = keep the one that is right, or give the other one another name
wrong-type = { $expected ->
    [text] a text is expected here
    [bool] “yes” or “no” is expected here
    [number] a whole number is expected here
    [pixels] a number of pixels is expected here, from 16 to 2000
    [date] a date is expected here
    [period] a length of time is expected here
    [money] an amount is expected here
    [phone] a telephone number is expected here
    [hours] opening hours are expected here
    [address] an address is expected here, line by line
    [coordinates] a latitude and a longitude in degrees are expected here
    [url] a web address is expected here
    [mapping] fields are expected here, one per line
    [exceptions] the name of a check is expected here, then the reason for the exception
    [key] the name of a field is expected here
   *[other] this value is not valid
}{ $found ->
    [null] { "" }, and there is nothing
    [list] { "" }, not a list
    [mapping] { "" }, not fields
    [text] { $expected ->
        [mapping] { "" }, not a text
       *[other] { "" }
    }
   *[other] { "" }
}
    .help = { $expected ->
        [pixels] write for example: 640
        [coordinates] write for example: 48.04, -1.60
        [date] write year, month and day: 2026-10-01
        [mapping] write for example “name: …” on a line of its own, indented below the field
        [text] write one text, without dash or brackets; if they are a part of it, or if it has “:” or “#” in it, put it in straight quotation marks
        [exceptions] write “exceptions:” alone on its line, then below it, indented, a line for each check, such as “no-route: the reason”
       *[other] look at another guide, or at the list of fields in the documentation
    }
    .help-fields = write one field a line, indented, each with “:” and what it says; possible fields: { $known }
unknown-value = “{ $value }” is not possible here
    .help = write one of these words: { $known }
    .help-nearest = did you mean “{ $nearest }”? Possible words: { $known }
missing-key = the field “{ $key }” is missing
    .help = add a line “{ $key }: …”
    .help-entry = write what the word stands for after it and “:”, or take it out
    .help-target = in “publication”, beside “folder”, also write “{ $key }: …”, such as: publication: {"{"} host: ssh.example.org, user: townhall, folder: www {"}"}
missing-title = { $case ->
    [heading] the title of this page is in its text, not in its front matter
   *[other] this page has no title
}
    .help = add a line “title: …” at the top of the file, between two lines “---”
    .help-heading = in place of this heading, write the line “{ $line }” at the top of the file, between two lines “---”; “guichet check --fix” does it
    .help-heading-below = take it out of the text, and write “{ $line }” in the front matter; “guichet check --fix” does it
bad-date = { $cause ->
    [weekday] “{ $value }”: { $meant } is a { $weekday ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }
   *[other] “{ $value }” is not a date
}
    .help = write year, month and day: 2026-10-01
    .help-weekday = write the right day, without that of the week: { $meant } if it is this one
    .help-among = write the day alone here: { $meant }; the rest goes into the text of the page
bad-phone = { $cause ->
    [several] “{ $value }”: there are several numbers in this field, which takes one
    [digits] “{ $value }” has { $count } digits: it is not a French number
    [country] “{ $value }” begins with a code that no country has
    [abroad] “{ $value }” is shorter or longer than the numbers of its country
   *[other] “{ $value }” is not a telephone number
}
    .help = write all ten digits (0X XX XX XX XX) or a short number (39 39); the rest goes into “label”
    .help-several = make it a list, one number a line: “- number: { $first }”, then “- number: { $second }”
    .help-digits = write all ten digits, with the zero (0X XX XX XX XX), or the short number (17, 115, 39 39, 116 117); outside France, + and the code of the country first (+32 2 123 45 67, +687 26 00 00)
    .help-country = write + and the code of the country, then the whole number without its first zero: +32 2 123 45 67; a French number is also written without a code, with its ten digits
bad-hours = { $case ->
    [word] “{ $value }”: “{ $part }” is not understood in these opening hours
    [date] “{ $value }”: there is no “{ $part }”
    [except-part] “{ $value }”: with “{ $part }”, it is not clear what is open and what is closed
    [except] “{ $value }”: it is not clear what is open and what is closed
    [until-part] “{ $value }”: in “{ $part }”, this says when it ends, not when it begins
    [until] “{ $value }”: this says when it ends, not when it begins
    [season-part] “{ $value }”: in “{ $part }”, this says when it begins, or when it ends, but not both
    [season] “{ $value }”: this says when it begins, or when it ends, but not both
    [every-other-part] “{ $value }”: in “{ $part }”, nobody can tell which weeks these are
    [every-other] “{ $value }”: nobody can tell which weeks these are
    [half-part] “{ $value }”: in “{ $part }”, half a day has no times
    [half] “{ $value }”: half a day has no times
    [twice-part] “{ $value }”: with “{ $part }”, one day has hours in two places
    [twice] “{ $value }”: one day has hours in two places
    [incomplete-part] “{ $value }”: it is not clear which days and hours belong together with “{ $part }”
   *[incomplete] “{ $value }”: these opening hours are not understood
}
    .help = write for example “Monday to Friday 9:00 to 12:00 and 14:00 to 17:00, Saturday 9:00 to 12:00, closed on public holidays”; what is not a time belongs in “note” (in an organization’s page, “hours_note”)
    .help-date = write a date of the calendar
    .help-except = say first what is open, then what is closed, for example “Monday to Friday 9:00 to 17:00, closed Wednesday 14:00 to 17:00”; where a day has other hours, say them apart, for example “Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:00”
    .help-until = write when it opens too, for example “Monday 9:00 to 17:00”
    .help-season = write both dates, for example “from 1 September to 30 June, Monday 9:00 to 12:00”
    .help-every-other = say which, for example “in even-numbered weeks, Tuesday 9:00 to 12:00” or “on the first and the third Tuesday of the month, 9:00 to 12:00”
    .help-half = write the times of this half day, for example “Saturday 9:00 to 12:00 by appointment”
    .help-twice = say all hours of a day together, for example “Monday 9:00 to 12:00, Tuesday 9:00 to 12:00 and 14:00 to 17:00”
bad-money = “{ $value }” is not an amount
    .help = write a number, such as 25 or 25.50
bad-duration = “{ $value }” is not a length of time
    .help = write for example 12 months, 2 years or 60 days
bad-url = “{ $value }” is not a web address
    .help = write it in full, such as https://example.org/page
bad-email = “{ $value }” is not an email address
    .help = write one address, such as mairie@exemple.fr; if there is none, take out this line
bad-colour = “{ $value }” is not a colour
    .help = write one of these names: { $known }; or a number, such as #0b4a75 (in quotation marks in guichet.yaml)
faint-colour = the colour “{ $value }” is too light: on white, its contrast is { $contrast } to 1, and everybody can read from 7 to 1
    .help = write "{ $darker }", the same but darker, or choose another
bad-language = “{ $value }” is not a language{ $case ->
    [unlisted] { " " }of this site
   *[other] { "" }
}
    .help = write the code of the language: fr, en, ar, kab…
    .help-nearest = did you mean “{ $nearest }”?
    .help-unlisted = add it to guichet.yaml (“languages:”), or take it out of the file’s name
bad-slug = “{ $value }” cannot be part of an address
    .help = write lower-case letters without accents, digits and dashes: { $nearest }
unknown-check = there is no adjustable check named “{ $name }”
    .help = adjustable checks: { $known }
    .help-nearest = did you mean “{ $nearest }”?
too-deep = this text nests more than { $limit } lists or quotations
    .help = split the text into simpler parts
bad-alias = “{ $value }” cannot be an earlier address of this page
    .help = write a path from the top of the site, such as “/2019/05/strike/”: that of a page, not of a file that the server reads
duplicate-address = this page would have the same address ({ $address }) as { $other }
    .help = rename one of the two files, or give it another “slug”
    .help-alias = take this earlier address out: capitals, and how accents are encoded, make no difference
own-address = this page replaces one that guichet generates ({ $address })
    .help = rename the file; if it is meant, say so: “allow: {"{"} own-address: "the reason" {"}"}”
template-text = “{ $text }” comes from the template that guichet wrote: it must not be published
    .help = write what is true in its place, or delete it
dead-link = the link “{ $link }” leads nowhere
    .help = remove the link, or write the path of a file that exists, from this page
    .help-empty = between the round brackets, write the address or the path of the page; or take all brackets away
    .help-nearest = did you mean “{ $nearest }”?
    .help-term = add this entry to the glossary, or take away the link
    .help-draft = “{ $file }” is a draft: delete its line “draft” to publish it, or remove this link
    .help-contact = to write or to call, the address of the link is: { $nearest }
    .help-web = if this is a web address, write it in full: { $nearest }
    .help-withdrawn = the import withdraws this page; remove the link, or write the path of another page
    .help-replaced = the import withdraws this page, which “{ $nearest }” replaces: write that path instead
dead-anchor = the page { $page } has no heading “#{ $anchor }”
    .help = remove “#{ $anchor }”, or write the anchor of a heading of that page
    .help-nearest = did you mean “#{ $nearest }”?
unsafe-link = the link “{ $link }” is not allowed: it could run code, or no browser would follow it
    .help = write an address with https:, mailto: or tel:, or the path of a page
    .help-web = write the address in full: { $nearest }
missing-image = the image “{ $image }” does not exist
    .help = put the file beside the page, or correct its path
    .help-content = put the file into the folder content/, for example content/images/logo.svg, and write here: images/logo.svg
    .help-nearest = did you mean “{ $nearest }”?
    .help-elsewhere = a page loads nothing from elsewhere: copy the image into the site
    .help-format = the file is there, and browsers cannot show it: save the image as JPEG or PNG, and write the name of the new file here
unknown-image-style = “#{ $style }” is not a style for this image
    .help = after its name, write one of these styles: { $known }
    .help-nearest = did you mean “#{ $nearest }”?
    .help-vector = an SVG drawing is shown as it is: take “#{ $style }” away
moving-image = the image “{ $image }” is animated; only its first frame is published
    .help = describe the movement in words, or write “#original” after its name to publish the file as it is
unused-image = no page uses this image, so it is not published
    .help = show it on a page, or delete the file
oversized-image = the image “{ $image }” weighs { $size } kB as published; the budget is { $budget } kB
    .help = crop it to what matters, or write “#grey” after its name; an image published as it is (#original) must be made lighter before
bad-image = { $cause ->
    [large] this image has more than { $limit } million pixels
    [format] guichet does not read AVIF images, which old devices cannot show
    [cut] this image is truncated: the file ends before it does
   *[damaged] this image cannot be read
    }
    .help = save it again as PNG, JPEG, WebP or GIF
    .help-large = make it smaller: a page shows 480 pixels of its side unless asked otherwise
    .help-cut = copy the file again from the device or message it came from; if this is all there is, crop what can be seen and save it again
unread-link = “{ $link }” is read neither as a link nor as an image
    .help = write { $start }(address)
    .help-gap = take away the space between the brackets: { $start }({ $address })
    .help-unclosed = close the bracket after the address
    .help-quotes = put the caption between two straight quotation marks: { $start }({ $address } "caption")
    .help-space = the address has a space: put it between < and >, { $start }(<{ $address }>), or rename the file
    .help-contact = to write or to call, write { $start }({ $meant })
    .help-line = the end of a line cuts the address: write it on one line
    .help-key = write { $start }(address); or, on a line of its own, [{ $address }]: address
unread-mark = “{ $mark }” is not read as you mean it
    .help = write it in Markdown, or put a backslash before it to show it
    .help-heading = for a heading, put two hashes and a space: ## Heading; to show the hash, write \#
    .help-strong = close the bold text with ** right after its last word, or take away these stars; to show them, write \*\*
    .help-row = a table has at least two rows, with the same number of cells: | a | b |; to show a bar, write \|
    .help-tabs = put the same number of columns on each line, or spaces in the place of tabs
    .help-spip = this is a shortcut of SPIP that means nothing here: write ![description](image.jpg) or [words](page.md), or take it away
    .help-shortcode = this is the code of another program: write in Markdown what it showed, or take it away
    .help-numbers = this list would be numbered one by one: put its numbers in order, or a backslash before the full stop or bracket, as in 25\. December
    .help-hyphen = this hyphen may cut the word or be part of it: write the whole word on one line
    .help-fence = nothing closes this block, and all that follows is part of it: close it with the same mark on a line of its own, or take away this line
    .help-html = Markdown is not read between two tags: leave an empty line after the one that opens and before the one that closes, or take these tags away
    .help-reference = no link has this name: write [words][name] in the text, or take away this line
extra-cell = this row has more cells than the first row of the table: “{ $mark }”
    .help = name every column in the first row, with as many --- in the second; if a bar is part of the text, write \|
hidden-text = nothing closes “{ $mark }”: all that follows would be hidden
    .help = close it where the hidden part ends: --> for a comment, </script> or </style> for the others; or take it away
vague-link = the link “{ $link }” does not say where it leads
    .help = say it between the brackets: [the list of town halls](…)
    .help-page = say it between the brackets: [{ $title }]({ $destination })
    .help-field = say what is found there, for example: the list of town halls
missing-alt = the image “{ $image }” has no text for people who do not see it
    .help = between the brackets, say what it shows: ![The counter of the town hall](…)
    .help-field = below “image:”, write two indented lines: “src: { $image }”, then “alt: what it shows”
heading-order = the heading “{ $title }” { $case ->
    [title] is a second title of the page
   *[other] skips a level
}
    .help = write it with “{ $right }”, or add the missing heading above it
    .help-first = the page’s title is in the front matter already: begin headings in the text with “##”
    .help-again = take this line out: the page shows its title, which is in the front matter, already; “guichet check --fix” does it
footnote = the note “{ $label }” { $case ->
    [twice] is written twice
   *[other] lacks either its call or its text
}
    .help = in the text: [^{ $label }]; further down, on a line of its own: [^{ $label }]: the text of the note
    .help-empty = write its text after the colon, on the same line: [^{ $label }]: the text of the note
    .help-twice = give this note another name, in its call as in its text: [^{ $label }-2]
raw-html = “{ $name }” is not allowed in a page: it is removed
    .help = write Markdown; HTML may only hold text, tables and links to other sites
    .help-img = write the image in Markdown: ![what it shows](path/to/image.png)
    .help-href = write this link in Markdown: [text](path/to/page.md)
unknown-organization = “{ $name }” is neither an organization in the directory nor a kind of organization
    .help = write one of these names: { $known }; or create it: guichet new organization "{ $title }"
    .help-none = the directory is empty: create it with guichet new organization "{ $title }"
    .help-answer = write whom to turn to, by one of these names: { $known }; if there is nobody, take this field out
    .help-answer-none = write whom to turn to: mairie, caf, or the name of a file of content/organizations; if there is nobody, take this field out
    .help-nearest = did you mean “{ $nearest }”? If not, make it: guichet new organization "{ $title }"
    .help-draft = “{ $file }” is a draft: complete it, then delete its line “draft”
    .help-publisher = that is a kind of organization, and the directory has none: make the publisher of the site with guichet new organization "{ $title }"
    .help-name = if it is not in the directory, write “{ $meant }:” instead of “{ $key }:”; or make it: guichet new organization "{ $title }"
unknown-topic = “{ $name }” is not a topic of this site
    .help = write one of these names: { $known }; or add it to guichet.yaml, under “topics:”
    .help-none = add it to guichet.yaml, under “topics:”: the site has none yet
    .help-nearest = did you mean “{ $nearest }”? Names like it: { $known }; all are in guichet.yaml, under “topics:”
unknown-campaign = “{ $name }” is not a campaign of this site
    .help = write one of these names: { $known }; or add it to guichet.yaml, under “campaigns:”
    .help-none = add it to guichet.yaml, under “campaigns:”: the site has none yet
    .help-nearest = did you mean “{ $nearest }”? Names like it: { $known }; all are in guichet.yaml, under “campaigns:”
missing-date = this article has no date
    .help = add a line “date: 2026-10-01” to the front matter
online-only = { $case ->
    [contradicted] “online_only” says that this procedure has no other route, and the guide names another
   *[other] the only route of this procedure is the Internet: people without access cannot do it
}
    .help = under “channels”, add paper, the telephone or a counter; if there really is none, declare it: “online_only:”, and indented below it “since:” and “contested_by:”
    .help-contradicted = take out “online_only”, or the route that does not exist
no-route = this guide names no route
    .help = add “channels:” and below it in_person, paper, phone or online; if the guide only explains, write “nature: information”
no-address = { $guides ->
    [one] one guide sends
   *[other] { $guides } guides send
} readers to “{ $name }”, and its page gives no address
    .help = add “address: [1 rue de l’Exemple, 00000 Exempleville]”, or name this organization only under “phone” in these guides
no-counter = { $guides ->
    [one] one guide sends
   *[other] { $guides } guides send
} readers to “{ $kind }”, and the directory has none
    .help = create a page for it with “guichet new organization”, write “kind: { $kind }” in it, and delete its line “draft” when it is ready
form-online-only = { $case ->
    [file] { $count ->
        [one] one form of the guides taken from “{ $file }” is to be had on the Internet only
       *[other] { $count } forms of the guides taken from “{ $file }” are to be had on the Internet only
    }
   *[page] the form “{ $form }” is available only on the Internet
}
    .help = add a line “where:” that says where to get it on paper, such as “where: at the town hall's desk”
    .help-file = print those that people often ask for, and say where to get them in a local note (“F1341.local.md” beside “F1341.md”)
premium-number = { $case ->
    [file] { $count ->
        [one] the pages taken from “{ $file }” give one premium-rate number
       *[other] the pages taken from “{ $file }” give { $count } premium-rate numbers
    }
   *[page] { $number } is a premium-rate number: a call costs more than an ordinary one
}
    .help = give the service's ordinary number if it has one; if not, give the price with “price:” and keep this one with an exception
    .help-file = give the ordinary number of your own counter in a local note (“F1341.local.md” beside “F1341.md”), where people are to call it
unknown-price = { $case ->
    [file] { $count ->
        [one] the pages taken from “{ $file }” give one short number without its price
       *[other] the pages taken from “{ $file }” give { $count } short numbers without their price
    }
    [premium] { $number } is a premium-rate number, and the guide does not give the price of a call
   *[short] { $number } is a short number, which may be free or not, and the guide does not give the price of a call
}
    .help = add a line “price:”, such as “price: free” or “price: price of an ordinary call”
    .help-file = the source does not say it; if people ask, say it in a local note (“F1341.local.md” beside “F1341.md”)
unreadable-hours = guichet cannot put these hours into words: “{ $rule }”
    .help = write them more simply, and the rest in “note” (in an organization’s page, “hours_note”)
hours-in-words = “{ $value }” is read as: { $words-en }
    .help = if that is right, write it so that every machine understands it: { $hours }; otherwise, use other words
hours-slip = { $case ->
    [spaced] “{ $rule }”: with a space after the comma, other programs read days that are open day and night
    [no-hours] “{ $rule }” has no hours: it is open day and night
    [backwards] “{ $rule }”: the end comes before the beginning, and would be that of the next day
   *[overlap] “{ $rule }”: the same hour is said twice
}
    .help = write { $together }
    .help-no-hours = add the hours, such as 09:00-12:00; if it is really day and night, write 00:00-24:00
    .help-backwards = write the beginning, then the end, such as 12:00-14:00
    .help-overlap = write hours that follow each other, such as 09:00-12:00,14:00-17:00
hours-replaced = { $loss ->
    [closing] “{ $rule }” reopens on days that were closed
    [night] “{ $rule }” cuts off the night before at midnight
   *[hours] “{ $rule }” replaces the earlier hours of the same day, and does not add to them
}
    .help = write all hours of the day together, such as “Tu 09:00-12:00,14:00-17:00”
    .help-closing = put closures at the end: { $instead }
    .help-night = write a comma instead of the semicolon before this rule
postal-order = { $case ->
    [missing] this address has no line with a postcode and a town
    [twice] this address has two postcodes
   *[order] in this address, lines follow the postcode and the town
}
    .help = write in postal order: the building, then number and street, then postcode and town, last (or the country after them)
stale = { $case ->
    [file] what was taken from “{ $file }” was due to be taken again before { $due }
   *[page] this page was due for review before { $due }
}
    .help = check what it says, then write “reviewed: { $today }”
    .help-file = download today’s file, and import it again: your changes are kept
future-review = this page says that it was reviewed on { $date }, a day in the future
    .help = write the day of the review, such as “reviewed: { $today }”; for the last day on which it is valid: “valid_until: { $date }”
untranslated = this page is not translated ({ $languages })
    .help = write “{ $file }”; if the page need not be translated, make an exception, or write “untranslated: off” in guichet.yaml
translation-behind = { $case ->
    [code] the original has changed since this translation
   *[day] the original has been reviewed since this translation
}
    .help = compare with “{ $original }”, correct what differs, then write “translated_from: { $code }”
expired = this page has not been valid since { $until }: a notice at the top says so, and its sheets are no longer printed
    .help = correct “valid_until”, rewrite the page, or remove it
incomplete-data = this page is not in the { $vocabulary } data: { $gap ->
    [authority] it does not say which authority is responsible
    [title] its title has fewer than three letters
    [summary] it has neither a summary nor a text
    [day] it does not say when it was reviewed, or gives a day to come
   *[counter] none of its routes leads to an organization of the directory that is
}
    .help = name an organization of the directory (“at:”) in a route in person or by telephone
    .help-authority = add “authority:” and its name
    .help-title = give it a longer title
    .help-summary = add “summary:” and one or two sentences
    .help-day = check what it says, then write “reviewed: { $today }”
never-reviewed = this page has no review date
    .help = check what it says, then add “reviewed: { $today }”
undefined-acronym = “{ $acronym }” is explained neither here nor in the glossary
    .help = write it in full, or add it to content/glossary.en.yaml: it will be explained everywhere
long-sentence = this sentence has { $words } words; beyond { $limit }, readers lose the thread
    .help = split it in two, or make it a list
long-paragraph = this paragraph has { $words } words; beyond { $limit }, readers find nothing in it
    .help = split it, or make it a list; give each part a heading
jargon = “{ $word }”: an office word
    .help = write instead: { $plain }
no-reason = the exception “{ $name }” does not say why
    .help = write the reason in quotation marks, such as { $name }: "the prefecture reviews this page"
unused-exception = the exception “{ $name }” is no longer needed
    .help = delete this line: it would hide the next mistake
bad-record = this line cannot be read: { $reason }
    .help = correct it, or delete it; “guichet record” will write it again if it still counts
unrecorded-edition = { $case ->
    [new] this page has a sheet that is not in the record of editions
   *[changed] this page's sheet has changed since its last recorded edition ({ $before }): { $changed }
}
    .help = once the page is ready, run “guichet record”: holders of the old sheet will know what has changed
page-too-heavy = { $case ->
    [file] { $count ->
        [one] one page from “{ $file }” takes { $weight } bytes to transfer; the budget is { $budget }
       *[other] { $count } pages from “{ $file }” exceed the budget of { $budget } bytes, the heaviest with { $weight }
    }
   *[page] this page takes { $weight } bytes to transfer; the budget is { $budget }
}
    .help = split it into several pages, or lighten its images
    .help-file = the official text is long, and there is nothing to change in it; if people often ask for it, write a shorter guide that says what matters and leads to it
unknown-sheet = this kind of page has no sheet “{ $format }”
    .help = choose among: { $known }
    .help-none = remove it: this kind of page is not printed
duplicate-sheet = two sheets would have the same address ({ $address }): “{ $format }” of { $page } and “{ $other }” of { $other-page }
    .help = give this template another name, and ask for the sheet under that name
    .help-page = rename one of the two pages
does-not-fit = { $cause ->
    [too-wide] on the sheet “{ $format }”, this is too wide for its place: { $what }
    [slow] the sheet “{ $format }” is not made for such a long text: printing it took more than { $what } seconds
    [memory] the sheet “{ $format }” is not made for such a long text: printing it needs more than { $what } MB of memory
   *[does-not-fit] on the sheet “{ $format }”, { $what ->
        [two-sides] the text is longer than two A5 sides
        [inside] what is inside is longer than the three panels of the leaflet
        [outside] the introduction and the contacts are longer than the two panels on the back of the leaflet
        [poster-text] the title, the summary and the places are longer than the poster
        [tabs] the title and the contact are too long for the tear-off tabs
       *[other] the text is too long: { $what }
    }{ $known ->
        [yes] ; what has no room begins with “{ $from }”
       *[no] { "" }
    }
}
    .help = shorten it, or remove “{ $format }” from this page’s sheets
    .help-command = shorten it, or print the sheet “{ $instead }”, which has all the room: “--format { $instead }”
replaced-sheet = { $count ->
    [one] one page is too long for the sheet “{ $format }”, and has the sheet “{ $instead }” instead: { $pages }
   *[other] { $count } pages are too long for the sheet “{ $format }”, and have the sheet “{ $instead }” instead: { $pages }
}
    .help = to choose for yourself, give these pages sheets of their own without “{ $format }”, such as “sheets: [{ $instead }]”
cut-off = there is not enough room on the sheet “{ $format }”: { $what ->
        [two-sides] the text is longer than two A5 sides
        [inside] what is inside is longer than the three panels of the leaflet
        [outside] the introduction and the contacts are longer than the two panels on the back of the leaflet
        [poster-text] the title, the summary and the places are longer than the poster
        [tabs] the title and the contact are too long for the tear-off tabs
       *[other] { $what }
    }{ $known ->
        [yes] ; what has no room begins with “{ $from }”
       *[no] { "" }
    }
    .help = shorten it, or give the page its own sheets without “{ $format }” (none: “sheets: []”)
no-glyph = no font of the theme has these characters, which are printed as an empty square: { $characters }
    .help = replace them with words, or put a font that has them into themes/default/fonts
sheet-too-heavy = the sheet “{ $format }” takes { $weight } bytes; the budget is { $budget }
    .help = make its images lighter
sheet-remark = sheet “{ $format }”: { $what }
    .help = the theme’s template says so
sheet-failed = the page is published without its sheet “{ $format }”: { $cause ->
    [words] the printing engine stops at these words: “{ $words }”
    [slow] the text is so long that printing it takes more than { $detail } seconds
    [memory] the text is so long that printing it needs more than { $detail } MB of memory
    [stack] the text is nested deeper than the printing engine can follow
    [refused] the printing engine refuses what it contains ({ $detail })
   *[panic] the printing engine stopped ({ $detail })
}
    .help = { $cause ->
    [words] write this passage in another way, or give the page sheets of its own without “{ $format }” (none: “sheets: []”)
   *[other] divide this text into several pages, or give the page sheets of its own without “{ $format }” (none: “sheets: []”)
}
no-press = the sheets could not be printed: { $cause ->
    [worker] the printing engine did not answer ({ $detail })
    [slow] this template of the theme took longer than { $detail } seconds
    [memory] this template of the theme needs more than { $detail } MB of memory
    [stack] this template of the theme calls itself without end
   *[panic] this template of the theme crashes the printing engine ({ $detail })
}
    .help = { $cause ->
    [worker] run the command again once the machine has more free memory; “guichet build --no-sheets” publishes the site without sheets
   *[other] correct this file, or delete it to use the built-in one
}
local-without-page = this local note is not published: its page does not exist
    .help = give it the name of the page, such as “F1341.local.md” beside “F1341.md”, or delete it
import-unreadable = this file cannot be imported: { $reason }
    .help = everything else was imported; check this file, or ask for another version of it
    .help-cut = it is incomplete or damaged: download it again; nothing was removed
    .help-large = it is larger than such a source can be; check that it is the right file
    .help-encoding = save it as UTF-8, or download it again
    .help-form = give the file that the source publishes: of the directory, “all_latest.tar.bz2”, the JSON in it, or the CSV of its API; of data·inclusion, the JSON or the CSV
    .help-trailing = what follows its end was read where possible; download it again
    .help-records = the other offices were imported, and nothing was removed; download it again
    .help-alone = check this file, or ask for another version of it
    .help-again = download it again
import-bad-address = this address cannot be followed: { $value }
    .help = the text of the link was kept, without the link
    .help-earlier = it does not belong to a page: it was not kept among the earlier addresses
import-choice = { $case ->
    [none] nothing says which commune to take from this file
    [code] “{ $value }” is no code for “--{ $option }”
    [place] no office in this file serves the commune { $value }
    [siren] no office in this file has the SIREN number { $value }
    [siren-empty] this file does not name the communes of the SIREN number { $value }
   *[limit] more than { $value } offices are asked for: the others were not imported
}
    .help = add “--commune” and the INSEE code of the commune (not its postcode), for example “--commune 35360”, or “--departement 35”; later imports remember it
    .help-code = the INSEE code of a commune has five characters, such as 35360 or 2A004, that of a département two or three, such as 35 or 974; a SIREN number has nine digits
    .help-place = check that it is the INSEE code of the commune, not its postcode
    .help-postcode = this is a postcode; take the INSEE code of the commune: { $places }
    .help-siren = give its communes instead, for example “--commune 35360,35361”
    .help-many = name fewer départements, or communes
import-value = { $what ->
    [phone] this is no telephone number: { $value }
    [email] this is no email address: { $value }
    [website] this address leads nowhere: { $value }
    [hours] these hours cannot be read: { $value }
    [hours-code] these hours cannot be read: { $value }
    [coordinates] these coordinates are not those of the commune: { $value }
    [date] this is no date: { $value }
    [postcode] this address has no postcode: { $value }
    [name] this office has no name: { $value }
   *[hall] the source does not say whether this is the main town hall: { $value }
}
    .help = { $what ->
        [coordinates] they were left out; add the right ones to the page, or tell the source
        [date] it was left out; check the page, then add “reviewed:”
        [postcode] add it to the page, or tell the source
        [name] give the page a title, or tell the source
        [hours] they are in the note of the page; write the right ones, or tell the source
        [hours-code] readers do not see them, a comment at the end of the page keeps them; write them in words, such as “hours: Monday 9am-12pm”, or tell the source
       *[other] it is in the text of the page; correct it there, or tell the source
    }
    .help-hall = check it; if it is another, correct the page: the next import keeps what you change
import-shortcode = this code has no meaning here: { $code }
    .help = it was kept in the text, where readers see it; replace it with words, a link or an image
import-key = the key “{ $key }” has no place here; { $count ->
        [one] one file has it
       *[other] { $count } files have it
    }
    .help = if it tells readers something, write it in the text
import-kind = { $count ->
        [one] one text of the kind “{ $kind }” was not imported
       *[other] { $count } texts of the kind “{ $kind }” were not imported
    }
    .help = they come from a plug-in; copy by hand what readers need
import-same-place = two texts would be written to { $path }; this one has replaced the other
    .help = rename one of the two in the source, and import again
import-conflict = { $cause ->
    [withdrawn] the source no longer has this passage, in which you have written
    [documents] the source has changed this file, but this line cuts it in two: nothing can be added to it
    [encoding] the source has changed this file, but some of its letters cannot be read: nothing can be added to it
   *[changed] you have changed this passage, and so has the source
}
    .help = your text was kept; the source’s follows it, between “<!-- guichet import:” and “-->”. To keep yours, delete all of that; to take the other, delete yours, then these two marks
    .help-front = your text was kept; the source’s follows it, on the lines that begin with “# guichet import:”. To keep yours, delete these lines; to take the other, delete yours, then, in front of each, “# guichet import:” and the space after it
    .help-documents = your text was kept: delete this line and import again, and the changes of the source will be added
    .help-waits = your text was kept: save this file in UTF-8 and import again, and the changes of the source will be added
    .help-withdrawn = your text stayed, with what is around it: delete what no longer holds, and keep what is yours
unknown-theme = there is no theme “{ $name }”
    .help = write “theme: default”, or the name of a folder of themes/
template-error = { $cause ->
    [endless] this template does not end: its loops ran more than a million times for one page, or it wrote more than 64 MB, or stored more than 4 MB under one name
   *[other] mistake in a template: { $reason }
}
    .help = correct this file, or delete it to use the built-in one
style-error = { $cause ->
    [nested] mistake in the style sheet: rules or brackets in it are nested more than 32 deep, or each “&” repeats too many others
   *[other] mistake in the style sheet: { $reason }
}
    .help = correct this file, or delete it to use the built-in one
strings-error = mistake in a file of messages: { $reason }
    .help = write “name = text”, one sentence per line
