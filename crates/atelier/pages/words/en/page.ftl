### What an open page says: its fields, its text, its previews.

# The bar
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

# What was not saved
page-left = On { $when }, you wrote something here that was not saved.
page-left-changed = The file has changed since.
page-left-resume = Go on with it
page-left-drop = Throw it away
page-left-compare = What the file says, and what you wrote
page-left-gone = This page is no longer there. This is what you wrote in it: you can copy it.

# Two texts
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

# The panels
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

# To correct
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

# The form
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

# Days and hours
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

# Prices, colours, files
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
