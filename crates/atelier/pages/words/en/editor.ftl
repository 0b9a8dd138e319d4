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
