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
editor-toolbar = Formatting
editor-description = Escape, then Tab leaves the text. Alt+F10 goes to the formatting bar, F1 shows help, F8 goes to the next problem.
editor-heading = Heading
editor-subheading = Subheading
editor-bold = Bold
editor-italic = Italic
editor-bullets = List
editor-numbers = Numbers
editor-tasks = Boxes to tick
editor-link = Link
editor-image = Image
editor-callout = Callout
editor-callout-note = Note
editor-callout-tip = Tip
editor-callout-important = Important
editor-callout-warning = Warning
editor-more = Insert
editor-card = Contact details of an organization
editor-table = Table
editor-word = Word of the glossary
editor-footnote = Footnote
editor-paste-text = Paste without formatting
editor-undo = Undo
editor-undo-nothing = Nothing to undo
editor-redo = Redo
editor-redo-nothing = Nothing to redo
editor-find = Find
editor-insert = Insert
editor-change = Change
editor-retry = Try again
editor-found =
    { $count ->
        [0] Nothing was found.
        [one] { $count } result: the arrow keys choose it.
       *[other] { $count } results: the arrow keys choose one.
    }
editor-found-failed = The workshop does not answer.
editor-chosen = Chosen: { $value }
editor-completions = Suggestions
editor-link-title = Insert a link
editor-link-change = Change the link
editor-link-remove = Remove the link
editor-link-to = To
editor-link-to-help = Type a few letters of the title of a page or the name of a file, or paste an address.
editor-link-text = Text of the link
editor-link-text-help = What people read: say where it leads rather than “click here”.
editor-link-needed = Choose a page from the list, or paste an address.
editor-card-title = Insert the contact details of an organization
editor-card-help = Address, telephone and hours come from the directory: they stay up to date on this page.
editor-card-which = Organization
editor-card-needed = Choose an organization from the list.
editor-word-title = Explain a word
editor-word-help = Its explanation, written once in the glossary, is given to those who read this page. Abbreviations of the glossary are explained without this.
editor-word-which = Word of the glossary
editor-word-text = As it is written in the sentence
editor-word-needed = Choose a word from the list.
editor-table-title = Insert a table
editor-table-help = In the table, Tab goes to the next cell and Enter to the one below.
editor-table-columns = Columns
editor-table-rows = Rows
editor-table-rows-help = Not counting that of the headings.
editor-table-wrong = A number from 1 to { $most }.
editor-table-heading = Heading { $column }
editor-table-bar = Table
editor-row = Row
editor-row-below = Add a row below
editor-row-above = Add a row above
editor-row-remove = Remove the row
editor-column = Column
editor-column-before = Add a column before
editor-column-after = Add a column after
editor-column-remove = Remove the column
editor-align = Align
editor-align-left = Left
editor-align-center = Centre
editor-align-right = Right (numbers)
editor-tidy = Line up the columns
editor-image-title = Insert an image
editor-image-file = A file of this computer
editor-image-file-help = A photograph or drawing. It is made lighter for the site; the original is not published.
editor-image-site = Or an image that the site already has
editor-image-needed = Choose a file or an image of the site.
editor-image-alt = What one sees
editor-image-alt-help = In one sentence, what matters here: for those who do not see the image, or when it does not arrive.
editor-image-alt-needed = Say what the image shows, or tick the box below if it says nothing.
editor-image-decorative = Decorative image: it says nothing
editor-image-decorative-help = It weighs without helping: the site’s check will propose to remove it.
editor-image-caption = Caption
editor-image-caption-help = Optional. Everybody reads it, on paper too: the place, the photographer.
editor-image-shown = { $name }, as it will be sent
editor-image-waiting = The image is coming…
editor-sending = { $name } is being sent.
editor-sending-share = Share that has been sent
editor-sending-failed = The file could not be sent.
editor-sent = { $name } is in the site.
editor-file-refused = { $name } was not taken: only images and PDF files are.
editor-paste-keys = This browser does not let pages read what is copied. In the text, Ctrl + Shift + V pastes without formatting.
editor-paste-plain = The formatting could not be read: only the text was pasted.
editor-tab-first = This is the first item of the list: nothing above can contain it. Escape, then Tab leaves the text.
editor-problem = Problem
editor-error = Error:
editor-warning = Advice:
editor-problem-mends =
    { $count ->
        [one] Alt+Enter goes to the correction.
       *[other] Alt+Enter goes to the { $count } corrections.
    }
editor-find-what = Find
editor-find-replace = Replace with
editor-find-next = Next
editor-find-previous = Previous
editor-find-case = Exact capitals
editor-find-replace-one = Replace
editor-find-replace-all = Replace all
editor-find-count =
    { $at ->
        [0] { $count ->
            [0] Nothing
           *[other] { $count } in all
        }
       *[other] { $at } of { $count }
    }
editor-find-current = found
editor-find-replaced = replaced: $
editor-find-replaced-line = replaced on line $
editor-find-line = on line
editor-control-character = Invisible character
editor-help = Help
editor-help-keys = On the keyboard
editor-help-marks = What the signs say
editor-help-marks-why = The buttons write these signs into the text. You can also type them yourself.
editor-help-enter = Begins a paragraph; in a list, the next item; in a table, the cell below
editor-help-break = Begins a line without leaving the paragraph: an address, for example
editor-help-tab = In a list, puts the item below the one before; in a table, goes to the next cell; elsewhere, leaves the text
editor-help-leave = Always leaves the text
editor-help-bold = Bold, italic
editor-help-link = Link
editor-help-undo = Undo, redo
editor-help-find = Find and replace
editor-help-plain = Paste without formatting
editor-help-problem = Goes to the next problem
editor-help-mend = Goes to the corrections of the problem
editor-help-toolbar = Goes to the formatting bar
editor-help-bracket = A bracket and a few letters: suggests a link to a page or to a word of the glossary
editor-key-enter = Enter
editor-key-shift-enter = Shift+Enter
editor-key-tab = Tab
editor-key-escape-tab = Escape, Tab
editor-key-bold = Ctrl+B, Ctrl+I
editor-key-link = Ctrl+K
editor-key-undo = Ctrl+Z, Ctrl+Y
editor-key-find = Ctrl+F
editor-key-plain = Ctrl+Shift+V
editor-key-problem = F8
editor-key-mend = Alt+Enter
editor-key-toolbar = Alt+F10
page-settings = Settings of the site
page-state-saved = Saved
page-state-changed = Changed, not saved yet
page-state-unkept = Changed, not saved yet. This browser has no room left to keep it: save now.
page-state-saving = Saving…
page-state-failed = It cannot be saved: { $message }
page-state-gone = guichet does not answer. What you write is kept in this browser.
page-state-gone-unkept = guichet does not answer, and this browser has no room left. Keep this window open.
page-state-session = This window is no longer known. Open the workshop again from guichet: what you write is kept.
page-translations = Other languages of this page
page-count = { $errors ->
    [0] { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
    [one] { $errors } error{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }
   *[other] { $errors } errors{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }
}
page-save = Save
page-undo = Undo
page-redo = Redo
page-revert = Discard changes
page-reverted = Your changes are discarded.
page-put-back = Put back what I wrote
page-whole-file = Whole file
page-back-to-fields = Back to the fields
page-versions = Versions
page-print = Print
page-cancel = Cancel
page-reloaded = Another program has changed this file. The page now shows what it says.
page-elsewhere = This page is also open in another window. Write in one of them only.
page-not-now = guichet does not answer: the whole file cannot be shown.
page-left = On { $when }, you wrote something here that was not saved.
page-left-changed = The file has changed since.
page-left-resume = Go on with it
page-left-drop = Throw it away
page-left-compare = What the file says, and what you wrote
page-left-gone = This page is no longer there. This is what you wrote in it: you can copy it.
page-compare = Compare
page-no-difference = Both texts are the same.
page-line-gone = Line removed:
page-line-new = Line added:
page-lines-same = { $count ->
    [one] one line that is the same
   *[other] { $count } lines that are the same
}
page-conflict = This file has changed meanwhile
page-conflict-help = Another program, or another window, has saved it since you opened it. Choose what remains.
page-conflict-compare = What the file says, and your version
page-conflict-legend = Struck through: what the file says and your version does not. Underlined: what your version adds.
page-keep-mine = Keep my version
page-take-theirs = Take that of the file
page-tabs = Previews
page-tab-write = Write
page-tab-page = Page
page-tab-sheet = Sheet
page-tab-problems = { $count ->
    [0] To correct
   *[other] To correct ({ $count })
}
page-tab-versions = Versions
page-aside-hide = Hide
page-aside-show = Show the preview
page-preview-title = The page as readers see it
page-width = Width of the preview
page-width-phone = Telephone
page-width-screen = Screen
page-no-address = This page has no preview yet.
page-link-inside = This link leads to “{ $title }”. Open that page?
page-link-open = Open
page-link-outside = This link leaves the site: { $address }
page-link-file = This link leads to { $address }
page-format = Format
page-print-this = Print this sheet
page-no-sheet = This page has no sheet.
page-cannot-print = This guichet was installed without what prints sheets.
page-sheet-waiting = The sheet is being prepared…
page-sheet-failed = The sheet could not be prepared.
page-sheet-region = Sheet, { $label }
page-sheet-page = Page { $number } of { $count }
page-no-versions = There is no other version yet: each time that you save, one is kept.
page-versions-help = The versions saved before this one. Choose a date to see what has changed since.
page-compare-help = Struck through: what that version said. Underlined: what the page says now.
page-compare-version = The version of { $when } and the page now
page-restore = Go back to this version
page-restored = The page says what it said on { $when }. Save to keep it so.
page-error = Error
page-warning = Warning
page-nothing-wrong = There is nothing to correct.
page-more-problems = Only the first two hundred are shown. There are also: { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}.
page-line = line { $line }
page-go-to = Go there: { $place }
page-mended = Done: { $words }
page-mended-settings = Done, in the settings of the site.
page-mended-file = Done, in { $path }.
page-mend-late = The text has changed meanwhile. Look at what remains to be corrected.
page-mend-settings = This button does not change this page, but the settings of the site.
page-mend-file = This button does not change this page, but the file { $path }.
page-form = Fields of the page
page-group-main = The main things
page-group-routes = Ways to do it, and papers
page-group-contact = Contact and access
page-group-publisher = Who publishes the site
page-group-facts = Good to know
page-group-review = Checking and sources
page-group-look = Look
page-group-print = Printing
page-group-more = Other fields
page-parts = Parts of the page
page-short-main = Main
page-short-routes = How
page-short-contact = Contact
page-short-publisher = Publisher
page-short-facts = Facts
page-short-review = Checking
page-short-look = Look
page-short-print = Sheets
page-short-more = Other
page-text = Text
page-text-label = Text of the page
page-file-label = The whole file
page-editor-missing = The editor could not be loaded. You can write Markdown here.
page-add = Add:
page-add-more = Add a field ({ $count } possible)
page-add-item = Add: { $label }
page-required = (needed)
page-remove = Remove
page-remove-of = Remove: { $label }
page-remove-item = Remove: { $label }, { $number }
page-removed = { $label }: removed
page-put-in-again = Put it back
page-up = Up
page-up-item = Up: { $label }, { $number }
page-down = Down
page-down-item = Down: { $label }, { $number }
page-moved = { $label }: place { $place } of { $count }
page-item = { $label }, { $number } of { $count }
page-raw = guichet cannot show here what is written in this field.
page-show-in-file = Show in the file
page-write-anew = Clear and write anew
page-twice = Written { $count } times in the file: this is the one that counts.
page-twice-list = Written { $count } times in the file: this is the first.
page-unknown-field = guichet does not know this field.
page-refused = What you wrote could not be put into the file: { $message }
page-long-form = Say more: { $fields }
page-short-form = Write it shorter
page-by-language = One version for each language
page-one-language = One version for all languages
page-not-said = Not said
page-yes = Yes
page-no = No
page-choose = Choose
page-none-found = Nothing of that name. What you wrote stays.
page-found = { $count ->
    [0] nothing found
    [one] one possibility
   *[other] { $count } possibilities
}
page-example = For example:
page-checks-rest = The site and its pages ({ $count } checks)
page-checks-writing = Writing ({ $count } checks)
page-checks-sheets = Printed sheets ({ $count } checks)
page-checks-changed = { $count ->
    [one] (one choice of this site)
   *[other] ({ $count } choices of this site)
}
page-checks-usual = { $level } (usual)
page-meant = Do not report “{ $word }”
page-meant-none = The word is meant: guichet says nothing of it.
page-map-name = Name
page-map-value = Value
page-map-add = Add
page-map-taken = This name is taken.
page-today = Today
page-today-for = Today: { $label }
page-unit-of = Unit: { $label }
page-unit-days = days
page-unit-weeks = weeks
page-unit-months = months
page-unit-years = years
page-hours-understood = guichet understands: { $hours }
page-hours-week = Day by day…
page-hours-week-of = Day by day…: { $label }
page-hours-week-close = Close the week
page-hours-week-close-of = Close the week: { $label }
page-hours-no-week = These hours change with the date: they are written in words.
page-holidays = Closed on public holidays
page-closed = Closed
page-opens = { $day }, opens
page-closes = { $day }, closes
page-open-add = Add
page-open-add-on = Add hours: { $day }
page-open-remove = Remove
page-open-remove-on = Remove hours: { $day }
page-as-above = As above
page-as-above-on = As above: { $day }
page-day-mo = Monday
page-day-tu = Tuesday
page-day-we = Wednesday
page-day-th = Thursday
page-day-fr = Friday
page-day-sa = Saturday
page-day-su = Sunday
page-price-kind = Kind of price: { $label }
page-price-free = Free
page-price-amount = An amount
page-price-words = In words
page-price-other = Other
page-price-example = 25.50 €
page-formats-usual = Nothing is chosen: the page has the sheets that the settings of the site say.
page-choose-of = Choose: { $label }
page-send-image = Add an image from this computer
page-send-file = Add a file from this computer
page-sending = { $name } is on its way…
page-sent = { $name } is in the site ({ $size }).
page-sent-image = { $name } is in the site: { $width } × { $height } pixels, { $size }.
