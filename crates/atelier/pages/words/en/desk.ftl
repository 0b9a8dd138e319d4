### What the workshop's frame, the list of pages, publishing and the counter say.

skip = Skip to content
nav = Workshop
nav-pages = Pages
nav-settings = Settings
nav-counter = Counter
nav-publish = Publish
nav-bin = Bin
close = Close
waiting = One moment…
again = Try again
unreachable = guichet does not answer. If it was closed, open it again: nothing that you have written is lost.
gone = guichet has stopped answering: if it was closed, open it again. What you write is kept here.
broken = This page of the workshop stopped at an error. What you have written is kept.
broken-reload = Reload
failed = guichet could not answer (error { $status }). Try again.
size-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
nav-print = Print
drag = Drag to move
cancel = Cancel
and-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
show-all = Show all ({ $count })

## The list of pages

desk-title = Pages
desk-new = New page
today = { $count ->
    [one] To do today: one thing
   *[other] To do today: { $count } things
}
today-nothing = Nothing urgent today.
search = Find a page
filter-kind = Kind
filter-all-kinds = All
filter-section = Section
filter-all-sections = All
sort = Order
sort-title = By title
sort-review = By review date
sort-path = By folder
filter-state = State of pages
filter-all = All: { $count }
filter-errors = With errors: { $count }
filter-warnings = With warnings: { $count }
filter-overdue = To review: { $count }
filter-draft = Drafts: { $count }
filter-changed = Changed: { $count }
filter-none = Show all pages
found = { $count ->
    [0] No page matches.
    [one] One page
   *[other] { $count } pages
}
found-part = Pages { $from } to { $to } of { $total }
column-title = Title
column-place = Kind and section
column-state = State
column-review = Review
column-keeper = Keeper
column-actions = Actions
choose-all = Choose all pages of this list
choose = Choose “{ $title }”
no-keeper = nobody
actions = Actions
actions-of = Actions for “{ $title }”
state-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
state-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
state-draft = Draft
state-changed = Changed since publication
state-published = Published
never-reviewed = never checked
due-since = To review since { $day }
due = to review on { $day }
reviewed = checked on { $day }
pager = Rest of the list
pager-back = Previous page
pager-on = Next page
pager-at = Page
pager-of = of { $pages }
chosen-title = Chosen pages
chosen = { $count ->
    [one] One page chosen
   *[other] { $count } pages chosen
}
chosen-print = Print their sheets
chosen-none = Choose none

## A new page

new-title = New page
new-kind = What kind of page?
kind-guide = Explains a procedure: where to go, whom to call, which papers to bring.
kind-article = Dated news: a drop-in session, new opening hours, a campaign.
kind-organization = A town hall, an office, a drop-in: its address, hours and telephone.
kind-page = Anything else: help, contacts, who you are.
new-name = Title
new-name-help = As readers will see it. It can change later.
new-name-missing = A title is needed.
new-language = Language
new-draft = The page starts as a draft: nobody sees it until you publish it.
new-make = Create the page

## What can be done with a page

act-open = Open
act-open-help = Write, look, save.
act-see = See it as readers do
act-see-help = In a new tab.
act-print = Print
act-print-help = A sheet of this page, alone or with others.
act-copy = Duplicate
act-copy-help = A page like it, under another title.
act-move = Rename or move
act-move-help = Links follow, and the former address still leads to the page.
act-translate = Translate
act-translate-help = Create the page in another language, or open its translation.
act-delete = Move to the bin
act-delete-help = It can come back.
act-fixed = This page presents its section: it can be neither moved nor duplicated.
copy-of = { $title } (copy)
copy-title = Title of the new page
copy-make = Duplicate
copied = “{ $title }” has been created.
translate-title = Translate “{ $title }”
translate-there = Is there already: “{ $title }”. Open it.
translate-new = Create the page, with the fields and the text to translate.
move-title = Rename or move “{ $title }”
move-name = Name in the address
move-name-help = Without spaces or accents: “Identity card” becomes “identity-card”. The title of the page does not change.
move-name-missing = A name is needed.
move-same = Change the name or the section: what follows from it is shown here.
move-former = The former address, { $address }, will still lead to the page.
move-files = { $count ->
    [0] No other page is touched.
    [one] The links of one other page will be updated:
   *[other] The links of { $count } other pages will be updated:
}
move-do = Rename
moved = “{ $title }” has a new address; the former one still leads to it.
delete-title = { $count ->
    [one] Move “{ $title }” to the bin
   *[other] Move { $count } pages to the bin
}
delete-help = { $count ->
    [one] The page will leave the site when you publish next. You can take it back from the bin.
   *[other] These pages will leave the site when you publish next. You can take them back from the bin.
}
delete-linked = { $count ->
    [one] One page or setting names what you delete, and will lead nowhere:
   *[other] { $count } pages or settings name what you delete, and will lead nowhere:
}
delete-do = Move to the bin
deleted = { $count ->
    [one] “{ $title }” is in the bin.
   *[other] { $count } pages are in the bin.
}
deleted-see = See the bin

## The bin

bin-help = Pages taken out of the site stay here until you empty the bin.
bin-nothing = The bin is empty.
bin-empty = Empty the bin
bin-when = Removed on { $moment } · { $path }
restore = Take back
restore-one = Take back “{ $title }”
restored = “{ $title }” is in the site again.
restored-open = Open it
empty-title = { $count ->
    [one] Delete the page in the bin for ever?
   *[other] Delete the { $count } pages in the bin for ever?
}
empty-help = They cannot be taken back any more.
empty-do = Delete for ever
emptied = The bin is empty.

## Publishing

publish-title = Publish
publish-comparing = Comparing with what is published…
publish-new = { $count ->
    [one] 1 new page
   *[other] { $count } new pages
}
publish-changed = { $count ->
    [one] 1 page changed
   *[other] { $count } pages changed
}
publish-gone = { $count ->
    [one] 1 page removed
   *[other] { $count } pages removed
}
publish-sheets = { $count ->
    [one] 1 sheet changes
   *[other] { $count } sheets change
}
publish-sheets-help = Those already printed must be replaced.
publish-and = {", "}
publish-summary = What changes for readers: { $parts }.
publish-unsent = The last publication has not arrived at the host ({ $target }): publish again, and it goes on where it stopped.
publish-nothing = Nothing changes for readers: what is published is up to date.
publish-target = The site is published here: { $target }
publish-warnings = { $count ->
    [one] One warning does not prevent publishing.
   *[other] { $count } warnings do not prevent publishing.
}
publish-warnings-see = See the pages
publish-drafts = { $count ->
    [one] One draft is not published: set “Draft” to “No” in its page to publish it.
   *[other] { $count } drafts are not published: set “Draft” to “No” in a page to publish it.
}
publish-drafts-see = See the drafts
publish-do = Publish
publish-password-label = Password at the host (it is kept nowhere)
publish-again = Publish again
publishing = Publishing…
published = The site is published: { $target }
published-summary = What has changed for readers: { $parts }.
published-short = The site is published.
publish-errors = { $count ->
    [one] One error prevents publishing:
   *[other] { $count } errors prevent publishing:
}
publish-errors-all = See all pages with errors
sheet-new = { $format } (new)
sheet-changed = { $format } (changed)
sheet-gone = { $format } (removed)

## Printing, and the counter

print-title = Print sheets
print-cannot = This guichet was installed without what prints sheets.
print-preparing = Preparing to print…
print-do = Print
print-tab = Open in a tab
print-own = This browser prints from the sheet itself: use the printer button above it.
print-no-viewer = This browser does not show sheets: open them in another program to print them.
print-one = { $title } ({ $format })
print-label = Add a sheet: find its page
print-hint = Choose a format to add it.
pile = { $count ->
    [0] To print
    [one] To print: one sheet
   *[other] To print: { $count } sheets
}
pile-nothing = Find a page below, or choose several in the list of pages.
pile-without = { $count ->
    [one] This page has no sheet: { $titles }.
   *[other] These pages have no sheet: { $titles }.
}
pile-format = Format of “{ $title }”
pile-language = { $title } ({ $language })
pile-remove = Remove
pile-remove-one = Remove “{ $title }”
pile-print = Print all
pile-empty = Remove all
piled = Added: { $title }, { $format }.
counter-several = Print several sheets
counter-label = What is the person looking for?
counter-letters = Type at least three letters of the title: “hou”, “card”.
counter-nothing = No sheet for “{ $q }”.
counter-found = { $count ->
    [0] No page.
    [one] One page.
   *[other] { $count } pages.
}
counter-hint = Enter prints the first sheet; the arrows lead to the others.
counter-no-sheets = This page has no sheet.
sheets-of = { $title } ({ $language })

## A first site

start-title = Welcome
start-help = One answer is enough, and your site is ready to be filled. Everything can be changed later in the settings.
start-publisher = Who publishes this site?
start-publisher-missing = A name is needed.
start-make = Create the site
desk-checking = (checking…)
desk-check-failed = (guichet made a mistake while it checked: the message is in the window in which the workshop was started)
today-unsaved = “{ $name }” has changes that are not saved
state-unsaved = Not saved
state-unseen = Not published yet
kind-other-legal = Legal notice
kind-other-local = Local note
kind-other-words = Glossary
kind-other = Other file
act-other = This file adds to other pages: it can be neither moved nor duplicated here.
move-file = New name of the file: { $path }
move-more = { $count ->
    [one] One other file moves with it.
   *[other] { $count } other files move with it.
}
move-unsaved = First save the changes of these, in the windows in which they are open:
move-left = { $count ->
    [one] One link must be changed by hand, in:
   *[other] Links must be changed by hand, in { $count } files:
}
counter-more = Other formats
counter-more-of = Other formats of “{ $title }”
pile-duplex = Both sides of the paper: no sheet begins on the back of another
start-publisher-help = For example: Saint-Martin town hall, Saint-Martin local union
start-place = Town
start-place-help = That of the readers, if the name does not say it.
start-phone = Telephone
start-phone-help = The one that readers will call.
