<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>ActionCardView</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to call: the signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>Add: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} letters left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Touch to read more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue reading:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalmPage</name>
    <message>
        <source>This screen needs a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong here. It is not your fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code for a telephone. Its words are beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open the camera of your telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Point it at the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Keep the text that appears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({number} of 2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much for a code. Leave something out, or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In two codes: {number} of 2. Keep both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code holds the words beside it. It needs no internet, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There was no room for the last {count}. The printed page has them all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>Text size and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Yes, I’m still reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, I’m finished. Clear the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {seconds} seconds this screen goes back to the start, so the next person cannot see what you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you still reading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touching anywhere also keeps your page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitBoxes</name>
    <message numerus="yes">
        <source>{count} digits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No digits yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyStrip</name>
    <message>
        <source>What to look for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindInPage</name>
    <message>
        <source>Not on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{number} of {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place}, from the top again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, from the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}. It is in a closed part, which you can open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>About this library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Open this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, clear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number opens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideStrip</name>
    <message>
        <source>Line guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, wheel or a finger move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutLine</name>
    <message>
        <source>What is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handout: tick the parts that you want, on any page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} parts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} pages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Handout: {parts} from {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} answers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{answers}. Arrow keys to choose, Enter to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here about “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to see what this library holds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or a question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptSheet</name>
    <message>
        <source>What is kept about you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it all? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Questions and notes for your visit: {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bookmarks: {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Where you stopped reading: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is in this file, and nowhere else: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written on this computer. It goes when you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>This screen answers questions about {subject}. {help} Press Tab for the next choice, Enter to take it, and Escape to go back. I am finished, the last choice, clears everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That number is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your card and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskParts</name>
    <message>
        <source>Need help? Ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is happening?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskServices</name>
    <message>
        <source>This screen cannot speak now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more sheets for this visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff for a copy of this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your sheets from the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskStatus</name>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {pages} pages. Mark {mark}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed since {date}. Ask for a new stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by those who publish it on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the library is not as it was built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being compared with its digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte was compared with its digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plausible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} GB free of {all} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is set: nothing can be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printer}, at most {pages} sheets a visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has listened since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} None for {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For every page of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} since the last start. Ended unasked {cut} of {starts} times, view restarted {views} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. Nobody’s reading is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum for each page and week; small ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pmlapp {version}, Qt {qt}, Python {python}. {memory} MB, {files} files open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskTakeAlong</name>
    <message>
        <source>Gone when you touch I’m finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no key points to take home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own questions can be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Health information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Remove: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListenRow</name>
    <message>
        <source>Reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sentence {number} of {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListenStrip</name>
    <message>
        <source>Reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{number} of {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sentence {number} of {count}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed}
speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice: {voice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting a voice ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningLine</name>
    <message>
        <source>{word}: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Type your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card has {card} digits. The foot of a printed sheet has {sheet}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Showing results for {searched}. Search instead for {offers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing results for {searched}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {offers}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the page down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSurface</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>Home</source>
        <extracomment>home</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is not translated yet. It is shown in {language}.</source>
        <extracomment>not_translated</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short answer</source>
        <extracomment>short_answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key points</source>
        <extracomment>key_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can ask</source>
        <extracomment>to_ask</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did we explain this well?</source>
        <extracomment>self_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in your own words, then look. Nothing is kept, and there is no score. If an answer is a surprise, we did not explain it well enough: read it again.</source>
        <extracomment>self_check_lead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer {number}</source>
        <extracomment>self_check_answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again: {title}</source>
        <extracomment>read_again</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library}, library of {edition}.</source>
        <extracomment>from_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <extracomment>visit_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I have noticed</source>
        <extracomment>visit_noticed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the camera of your telephone, point it at the code, and keep the text that appears.</source>
        <extracomment>code_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code for a telephone. Its words are below it.</source>
        <extracomment>code_alt</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MY QUESTIONS, {date}</source>
        <extracomment>my_questions_of</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTICED {note}</source>
        <extracomment>noticed_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BOOKMARKS</source>
        <extracomment>bookmarks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading stopped at: {title}</source>
        <extracomment>stopped_at</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the other {count} sources</source>
        <extracomment>other_sources</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The exact page is not known; this is the site.</source>
        <extracomment>only_site_known</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact page is not known; this is a search for it.</source>
        <extracomment>only_search_known</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known where to open it.</source>
        <extracomment>address_not_known</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related questions</source>
        <extracomment>related</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together from cited sources</source>
        <extracomment>put_together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together from 1 cited source</source>
        <extracomment>put_together_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put together from {count} cited sources</source>
        <extracomment>put_together_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{detail}, checked on {date}.</source>
        <extracomment>checked_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}.</source>
        <extracomment>unchecked</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Written by a clinician, with {count} cited sources</source>
        <extracomment>written_by_clinician</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One person’s experience, not medical evidence</source>
        <extracomment>lived_experience</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to one person does not show what will happen to you. Ask your care team before you act on it.</source>
        <extracomment>story_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was published as a case: see Sources.</source>
        <extracomment>story_published</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is told with consent in writing of {date}, kept by {held_by}.</source>
        <extracomment>story_written</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted by a machine</source>
        <extracomment>machine_drafted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted by a machine from 1 cited source</source>
        <extracomment>machine_drafted_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drafted by a machine from {count} cited sources</source>
        <extracomment>machine_drafted_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not reviewed by a clinician.</source>
        <extracomment>not_reviewed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every page is reviewed by a clinician.</source>
        <extracomment>some_reviewed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each page says which clinician reviewed it.</source>
        <extracomment>all_reviewed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinically reviewed by {reviewer}, {role}, on {date}.</source>
        <extracomment>reviewed_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next check is due soon, on {date}.</source>
        <extracomment>next_due_soon</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check of this page is overdue.</source>
        <extracomment>overdue_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review of this page is overdue.</source>
        <extracomment>overdue_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date on this computer may be wrong.</source>
        <extracomment>clock_in_doubt</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So we cannot say if the check of this page is overdue. It is due on {date}. Compare that with today’s date.</source>
        <extracomment>clock_in_doubt_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was due on {date}. Check with your care team before you rely on it.</source>
        <extracomment>overdue_since</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page was changed after it was last checked.</source>
        <extracomment>changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat it as not reviewed.</source>
        <extracomment>changed_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by {by} on {date}. Ask your care team before you rely on the page.</source>
        <extracomment>warned_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has been withdrawn.</source>
        <extracomment>withdrawn</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by {by} on {date}. Please do not rely on a printed copy. Ask your care team.</source>
        <extracomment>withdrawn_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its check was due on {date} and has not been done. Ask your care team.</source>
        <extracomment>withdrawn_overdue</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is damaged</source>
        <extracomment>damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is damaged and is not shown.</source>
        <extracomment>damaged_headline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words are not as they were when this library was made. You can go on reading the other pages. Tell the people who gave you this library: a good copy of it has this page again.</source>
        <extracomment>damaged_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page was changed</source>
        <extracomment>edited</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page was changed by another program and is not shown.</source>
        <extracomment>edited_headline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has checked what it says now. You can go on reading the other pages. Tell the people who gave you this library: a good copy of it has this page again.</source>
        <extracomment>edited_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this library was changed by another program. What was changed is not shown.</source>
        <extracomment>edited_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <extracomment>failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake with this page.</source>
        <extracomment>failed_headline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not your fault. You can go on reading the other pages.</source>
        <extracomment>failed_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this library is damaged. What is damaged is not shown.</source>
        <extracomment>damaged_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRAFT.</source>
        <extracomment>draft</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has not been released. Do not rely on it.</source>
        <extracomment>draft_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has not been released. Do not rely on it.</source>
        <extracomment>draft_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this page was checked</source>
        <extracomment>how_checked</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources checked on {date} by {reviewer}, {role} ({credentials}).</source>
        <extracomment>sources_checked_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinically reviewed on {date} by {reviewer}, {role} ({credentials}).</source>
        <extracomment>clinically_reviewed_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by a lay reader on {date}: {reviewer}, {role} ({credentials}).</source>
        <extracomment>read_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation checked on {date} by {reviewer}, {role} ({credentials}).</source>
        <extracomment>translation_checked_by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against: {evidence}</source>
        <extracomment>checked_against</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests: {interests}</source>
        <extracomment>interests</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next check due by {date}.</source>
        <extracomment>next_check_due</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reviewed</source>
        <extracomment>state_never</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources checked</source>
        <extracomment>state_checked</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinically reviewed by {role}</source>
        <extracomment>state_reviewed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, check due soon</source>
        <extracomment>state_due_soon</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check overdue</source>
        <extracomment>state_overdue</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of this computer in doubt</source>
        <extracomment>state_clock_in_doubt</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since review</source>
        <extracomment>state_changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <extracomment>state_withdrawn</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not replace your own care team.</source>
        <extracomment>short_disclaimer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is for information. It cannot tell what is right for you. Do not start, change or stop a medicine because of it: talk to your own care team first.</source>
        <extracomment>disclaimer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {title}</source>
        <extracomment>show_fold</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <extracomment>hide_fold</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {summary}</source>
        <extracomment>fold_holds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of this page could not be drawn. These are its words.</source>
        <extracomment>shown_plain</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From “{title}” in {library}. It does not replace your own care team.</source>
        <extracomment>copied_from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Closed on purpose. Open this page in the window to read it, if you want to.)</source>
        <extracomment>closed_on_purpose</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here:</source>
        <extracomment>way_here</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <extracomment>care_emergency</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <extracomment>care_urgent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <extracomment>care_info</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source {number}</source>
        <extracomment>source_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explained in the word list</source>
        <extracomment>explained_word</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on this page</source>
        <extracomment>explained_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <extracomment>paragraphs_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} paragraphs</source>
        <extracomment>paragraphs_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>table, 1 row</source>
        <extracomment>table_rows_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>table, {count} rows</source>
        <extracomment>table_rows_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 point</source>
        <extracomment>points_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} points</source>
        <extracomment>points_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} sources</source>
        <extracomment>sources_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>picture</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to add a voice</source>
        <extracomment>voices_title</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page is read aloud by a voice that belongs to this computer. The program brings none, and needs no network to use one. The person who looks after the computer can add one in these steps, and needs a network once.</source>
        <extracomment>voices_lead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer ({system})</source>
        <extracomment>voices_here</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install two packages: speech-dispatcher and espeak-ng. On Debian and Ubuntu the command is: sudo apt install speech-dispatcher espeak-ng</source>
        <extracomment>voices_linux</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a terminal, try: spd-say hello. You should hear a voice.</source>
        <extracomment>voices_linux</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak-ng speaks more than 100 languages. Other voices of speech-dispatcher work too.</source>
        <extracomment>voices_linux</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings, then Time &amp; language, then Speech.</source>
        <extracomment>voices_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Manage voices choose Add voices, and choose a language.</source>
        <extracomment>voices_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this program was installed with pip, install it once more as pmlapp[speech].</source>
        <extracomment>voices_windows
----------
voices_macos</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open System Settings, then Accessibility, then Spoken Content (on newer systems Read &amp; Speak).</source>
        <extracomment>voices_macos</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list of system voices, choose Manage Voices, and download one for your language.</source>
        <extracomment>voices_macos</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then come back to a page and choose Listen again.</source>
        <extracomment>voices_after</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: {picture}</source>
        <extracomment>picture_said</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{header}:</source>
        <extracomment>cell_said</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 question</source>
        <extracomment>questions_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} questions</source>
        <extracomment>questions_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {count} questions</source>
        <extracomment>all_questions</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count}. Choose how the title begins, or type a word into the search box.</source>
        <extracomment>choose_letters</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Plain answers about {subject}.</source>
        <extracomment>plain_answers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word list</source>
        <extracomment>word_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hard words of this library, in plain words.</source>
        <extracomment>word_list_lead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>search</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this library</source>
        <extracomment>search_hint</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers for “{query}”</source>
        <extracomment>results_for</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 answer.</source>
        <extracomment>answers_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} answers, the best match first.</source>
        <extracomment>answers_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>also asked as “{question}”</source>
        <extracomment>also_asked_as</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches “{words}”</source>
        <extracomment>matches</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing results for {searched}.</source>
        <extracomment>showing_results</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search instead for {offers}.</source>
        <extracomment>search_instead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {offers}?</source>
        <extracomment>did_you_mean</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <extracomment>either</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here about “{query}”</source>
        <extracomment>nothing_about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library only holds answers about {subject}. We will not show you a near match as if it were an answer.</source>
        <extracomment>nothing_why</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or other words, or ask your care team.</source>
        <extracomment>nothing_ask_team</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or other words, or ask the staff.</source>
        <extracomment>nothing_ask_staff</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this library does hold</source>
        <extracomment>nothing_but</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on this sheet</source>
        <extracomment>words_on_sheet</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other questions in the library</source>
        <extracomment>other_questions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <extracomment>quoted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(page “{title}”)</source>
        <extracomment>see_page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is not printed: on the screen it is closed on purpose.</source>
        <extracomment>left_out_on_paper</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <extracomment>contents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <extracomment>contents_question</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <extracomment>contents_page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Page {page} of {count}</source>
        <extracomment>page_of</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Printed {date} from the library of {edition}, mark {mark}.</source>
        <extracomment>printed_from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the page {page} of {library}, in its edition of {edition}, published by {publisher}.</source>
        <extracomment>sheet_is_of</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be copied under {licence}.</source>
        <extracomment>sheet_licence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this sheet still right?</source>
        <extracomment>sheet_still_right</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type this number in the search box</source>
        <extracomment>sheet_type_it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was made for printing: a screen reader cannot follow it.</source>
        <extracomment>made_for_printing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handout</source>
        <extracomment>handout</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These parts are on your handout, in this order. Choose one to take it out.</source>
        <extracomment>handout_lead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Open a page and tick the headings that you want.</source>
        <extracomment>handout_empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <extracomment>take_part_out</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of them out</source>
        <extracomment>clear_handout</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a selection:</source>
        <extracomment>selection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} from {pages}. Other parts were left out. {status} Each part says which.</source>
        <extracomment>selection_about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part</source>
        <extracomment>parts_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} parts</source>
        <extracomment>parts_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <extracomment>from_one_page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} pages</source>
        <extracomment>from_pages</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reviewed} of {count} parts reviewed by a clinician.</source>
        <extracomment>parts_reviewed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From “{title}”.</source>
        <extracomment>part_from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {code}.</source>
        <extracomment>part_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added because the part above needs it.</source>
        <extracomment>added_for_part_above</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of a part in the search box</source>
        <extracomment>type_number_of_part</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources are on the whole pages.</source>
        <extracomment>sources_on_pages</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {code}</source>
        <extracomment>sheet_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {code}</source>
        <extracomment>card_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card leads to “{title}”.</source>
        <extracomment>card_leads_to</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sheet is the same as the page here: “{title}”.</source>
        <extracomment>sheet_current</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page “{title}” has changed since your sheet was printed.</source>
        <extracomment>sheet_changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page “{title}” was withdrawn. Please do not use the sheet.</source>
        <extracomment>sheet_withdrawn</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page “{title}” was withdrawn on {date}. Please do not use the sheet.</source>
        <extracomment>sheet_withdrawn_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your care team.</source>
        <extracomment>sheet_withdrawn_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page “{title}” is not in this library any more. Please do not use the sheet.</source>
        <extracomment>sheet_gone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for what you want to know, or ask your care team.</source>
        <extracomment>sheet_gone_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sheet is from another library, not from this one.</source>
        <extracomment>sheet_other</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sheet is from another library, or from a text that is too old for this library to know.</source>
        <extracomment>sheet_other_or_old</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We cannot say if it is still right. Ask the people who gave it to you.</source>
        <extracomment>sheet_other_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That number is not right.</source>
        <extracomment>sheet_wrong</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look at your sheet and type it again.</source>
        <extracomment>sheet_wrong_advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sentence is different.</source>
        <extracomment>sentences_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} sentences are different.</source>
        <extracomment>sentences_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Before: {before} Now: {now}</source>
        <extracomment>before_and_now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(this was not there)</source>
        <extracomment>was_not_there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(this is no longer there)</source>
        <extracomment>is_gone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <extracomment>at_the_start</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed on this page</source>
        <extracomment>what_changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is different from the edition of {edition}</source>
        <extracomment>what_changed_since</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>change_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>change_before</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>change_now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <extracomment>change_reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, the newest reason first:</source>
        <extracomment>change_reasons</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And {count} more. Please read the page itself.</source>
        <extracomment>more_changes</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The page as it is now</source>
        <extracomment>read_page_now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this library</source>
        <extracomment>about_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <extracomment>about_holds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stands behind it</source>
        <extracomment>about_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it knows about you</source>
        <extracomment>about_private</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying it</source>
        <extracomment>about_licence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about {subject}. It has {pages} pages in {topics} topics, put together from {sources} sources. It explains {terms} hard words.</source>
        <extracomment>library_holds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources of every page were last checked on {date}.</source>
        <extracomment>library_checked_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources of its pages were last checked between {first} and {last}.</source>
        <extracomment>library_checked_between</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has signed for a check of its sources.</source>
        <extracomment>library_unchecked</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>For {count} of its {pages} pages nobody has signed for a check of the sources.</source>
        <extracomment>library_unchecked_some</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The check of 1 page is overdue.</source>
        <extracomment>library_overdue_one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The check of {count} pages is overdue.</source>
        <extracomment>library_overdue_many</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No clinician has reviewed any page of this library.</source>
        <extracomment>library_not_reviewed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was put together from published sources by {publisher}. Each number on a page leads to its source.</source>
        <extracomment>library_put_together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapted from {original}.</source>
        <extracomment>adapted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer. The program never uses a network, asks for no name, and writes no list of what you read. You can tell it under More not to remember your place.</source>
        <extracomment>library_private</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages may be copied under {licence}.</source>
        <extracomment>library_licence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark of this edition is {digest}. Two copies with the same mark hold the same words.</source>
        <extracomment>library_digest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}, each checked on {date} or later.</source>
        <extracomment>checked_since</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is someone suddenly very unwell?</source>
        <extracomment>emergency_sign</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call for emergency help now.</source>
        <extracomment>emergency_call</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number} now.</source>
        <extracomment>emergency_call_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff or call for emergency help now.</source>
        <extracomment>emergency_staff</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff or call {number} now.</source>
        <extracomment>emergency_staff_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff or call {number}</source>
        <extracomment>call_staff_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff</source>
        <extracomment>call_staff</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number} now</source>
        <extracomment>call_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your local emergency number now</source>
        <extracomment>call_local_number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <extracomment>date_format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <extracomment>months</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>At least 6 digits. They are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not staff: go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print, 18 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard words explained at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also print the {count} parts that are closed on purpose</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Also print the part that is closed on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no printer. You can save a PDF, and print it somewhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no printer. Ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} sheets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>1 sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} sheets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to the printer {printer}: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is for printing: a screen reader cannot follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {count} pages of “{topic}”, with contents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsFoot</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take home as a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear all {count}?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick those you want to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From other pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your own question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I have noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list to bring. It is not a test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when, and what</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Added. {count} in the list.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed. {count} in the list.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here yet. Tick a question, or write your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing to take to your visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} things to take to your visit.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Open a page, and it can be read aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screen reader is on. Read aloud as well?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on this page to read aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the whole page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice stopped answering at sentence {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your place is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no {language} voice, so nothing can be read aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person who looks after it can add one. You can go on reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sentence is in {language}. There is no {language} voice here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is in {language}. There is no {language} voice here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to add a voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The voices here speak {count} other languages.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The voices here: {languages}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the list of sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address outside this library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>As this computer is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Not here? See all topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or a question. Answers appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 answer for “{query}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} answers for “{query}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here about “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Check the site file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the usage counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a status card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site file has mistakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site file is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the stick full, or the disk?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>For the people who look after this kiosk. What the last person read has been cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN has been set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator sets one with: pmlapp kiosk --set-pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that a slip does not lock you out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 to 8 digits that nobody guesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two were not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more try, then a wait of 1 minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} more tries, then a wait of 1 minute.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN was not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait 1 minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please wait {count} minutes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN once more, then the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN that holds now, first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>This kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close staff page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Star</name>
    <message>
        <source>Remove the bookmark from this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a bookmark on this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>At the foot of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message numerus="yes">
        <source>My questions, {count} in the list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone when you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no key points to take home as a code. Your own questions can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy was saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was kept about you is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicPanel</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question has these words in its title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicTree</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchButton</name>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateDesk</name>
    <message>
        <source>One moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stick is being read and checked. Leave it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching… Leave the stick in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of {edition} is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something is wrong with it, go back to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library before is in use again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Before: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Signed by your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte is as it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer than the library here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens, and ten searches find their pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go back to the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays here until the next update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes for a reader: {count} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes for a reader: 1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer library is on the stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library here goes on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last confirmed on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stick cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an edition {edition}, which this stick does not hold. Ask for a stick with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its notices about pages that must not be read any more were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing newer is on the stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed again, words unchanged: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its earlier review does not count any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>No web browser could be opened. The address is {address}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>No page has the {system} code {asked} itself. This is the page for {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has the {system} code itself. This is the page for {code}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: colours and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in my web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home as a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept about you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The library cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library file {path} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again, or copy content.db back to that place. Nothing else is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path after {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library file {path} is damaged, or is not a library of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again, or copy a good content.db to that place. Nothing else is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the library file {path} is damaged: {part}. It is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on reading the rest. Copy a good content.db to that place to have all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library file {path} was changed by another program after it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has checked what it says now. Copy a good content.db to that place, or ask for one where you got this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the library file {path} was changed by another program: {part}. It is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has checked what it says now. You can go on reading the rest, and copy a good content.db there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library file {path} was made for a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program, or use the library that came with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no page called “{article}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for it, or choose a topic from the home page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page of this library has the {system} code “{code}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the code, or search for the name of the illness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no pages in the language “{language}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pages are in “{found}”. Leave --language out, or use another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be shown: its text has a mistake in line {line}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the people who gave you this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder of one language, with library.toml, or a folder of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources have mistakes ({count}); nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct each line named above and build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library lacks reviews that its policy asks for ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have each page named above reviewed and signed, or build with --draft to look at it. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some pages are not finished ({count} places).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what each line above names, or build with --draft to look at it. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be brought in: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something at {path} already, so no library was made there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder that is not there yet, or an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{page}” cannot be a new page: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} cannot be the edition before this one: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the content.db that was given out last, or leave --previous out to start from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dossier {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the Markdown file whose facts end in source keys such as [S57].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review sheet of {article} cannot be made as PDF: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what it names, or make the sheet as HTML: it ends in .html then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command needs {tool}, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: pip install &apos;pmlapp[{extra}]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site file {path} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line, or move the file away to start with the usual settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text size, colours and place could not be kept: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on reading. They last until you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your questions and bookmarks could not be kept: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They last until you close the window. Take them home as a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your questions and bookmarks is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set aside, with all in it, as {aside}. You can begin a new list now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no font for {scripts}: words are shown as empty boxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who looks after this computer to install one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer {printer} did not take the sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that it is switched on and has paper, and print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF would lose the words of this page in these scripts: {scripts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it on paper instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy} What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader cannot start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again. If QT_QPA_PLATFORM is set, take it away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen to open a window on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it from a desktop, or use --text to print a page, or --snapshot FILE.png to draw one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the system that the window needs is missing: {library}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As an administrator run: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make that folder first, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user is not allowed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a file where a folder should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a folder where the file should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their file was damaged, so they start afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not your fault. You can go on; if the window looks wrong, close it and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no page on what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for the name of the illness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is a kiosk: it shows nothing for a record system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask on a computer of the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“library” in the site file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program was started without one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next of the words found on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one found before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the page before, at the same line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: colours and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line guide: lights the lines that are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My questions for the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen: read the page aloud, or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what lies over the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next link, button or field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the link, press the button, open the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the page, or choose in a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or end of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>painting</name>
    <message>
        <source>This part could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
