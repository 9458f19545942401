<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation>Hold or resume</translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation>Mute or unmute</translation>
    </message>
    <message>
        <source>Forward the call</source>
        <translation>Forward the call</translation>
    </message>
    <message>
        <source>Keep the caller, call an agency</source>
        <translation>Keep the caller, call an agency</translation>
    </message>
    <message>
        <source>Connect caller and agency</source>
        <translation>Connect caller and agency</translation>
    </message>
    <message>
        <source>Talk as three</source>
        <translation>Talk as three</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Outcome of the call</source>
        <translation>Outcome of the call</translation>
    </message>
    <message>
        <source>Take the outcome back</source>
        <translation>Take the outcome back</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>New incident</translation>
    </message>
    <message>
        <source>Send to the agencies</source>
        <translation>Send to the agencies</translation>
    </message>
    <message>
        <source>Save without sending</source>
        <translation>Save without sending</translation>
    </message>
    <message>
        <source>Link the call to the incident</source>
        <translation>Link the call to the incident</translation>
    </message>
    <message>
        <source>Link the call to the second incident offered</source>
        <translation>Link the call to the second incident offered</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Sheet for the agency (PDF)</source>
        <translation>Sheet for the agency (PDF)</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Close the incident</translation>
    </message>
    <message>
        <source>Priority 1: life in danger</source>
        <translation>Priority 1: life in danger</translation>
    </message>
    <message>
        <source>Priority 2: urgent</source>
        <translation>Priority 2: urgent</translation>
    </message>
    <message>
        <source>Priority 3: today</source>
        <translation>Priority 3: today</translation>
    </message>
    <message>
        <source>Priority 4: can be scheduled</source>
        <translation>Priority 4: can be scheduled</translation>
    </message>
    <message>
        <source>No place known yet</source>
        <translation>No place known yet</translation>
    </message>
    <message>
        <source>Caller confirms the place</source>
        <translation>Caller confirms the place</translation>
    </message>
    <message>
        <source>Take the offered place</source>
        <translation>Take the offered place</translation>
    </message>
    <message>
        <source>Warn of this place</source>
        <translation>Warn of this place</translation>
    </message>
    <message>
        <source>A warning is no longer true</source>
        <translation>A warning is no longer true</translation>
    </message>
    <message>
        <source>Send units or agencies</source>
        <translation>Send units or agencies</translation>
    </message>
    <message>
        <source>State of a unit</source>
        <translation>State of a unit</translation>
    </message>
    <message>
        <source>Agency: next state</source>
        <translation>Agency: next state</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Questions and advice</source>
        <translation>Questions and advice</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Supervisor page</source>
        <translation>Supervisor page</translation>
    </message>
    <message>
        <source>Day or night colours</source>
        <translation>Day or night colours</translation>
    </message>
    <message>
        <source>Map in its own window</source>
        <translation>Map in its own window</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer times</source>
        <translation>Answer times</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>No calls in these days</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Answer times, {first} to {last}</source>
        <translation>Answer times, {first} to {last}</translation>
    </message>
    <message>
        <source>{percent} %: {time}</source>
        <translation>{percent} %: {time}</translation>
    </message>
    <message>
        <source>{percent} % of answered calls within {time}</source>
        <translation>{percent} % of answered calls within {time}</translation>
    </message>
    <message>
        <source>Place settled: 50 % {half} · 90 % {most} · {count} calls</source>
        <translation>Place settled: 50 % {half} · 90 % {most} · {count} calls</translation>
    </message>
    <message>
        <source>this centre</source>
        <translation>this centre</translation>
    </message>
    <message>
        <source>Within {seconds} s · {source}: {goal}</source>
        <translation>Within {seconds} s · {source}: {goal}</translation>
    </message>
    <message>
        <source>Within {seconds} s is not counted</source>
        <translation>Within {seconds} s is not counted</translation>
    </message>
    <message>
        <source>{part} of {answered} answered</source>
        <translation>{part} of {answered} answered</translation>
    </message>
    <message>
        <source>Within {seconds} s: {rang} = {share}; {answered}. Goal {goal} ({source}): {result}</source>
        <translation>Within {seconds} s: {rang} = {share}; {answered}. Goal {goal} ({source}): {result}</translation>
    </message>
    <message>
        <source>met</source>
        <translation>met</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>not met</translation>
    </message>
</context>
<context>
    <name>BoardController</name>
    <message>
        <source>The board cannot be read: {problem}</source>
        <translation>The board cannot be read: {problem}</translation>
    </message>
</context>
<context>
    <name>BoardKeys</name>
    <message>
        <source>Choose an incident first (F3).</source>
        <translation>Choose an incident first (F3).</translation>
    </message>
    <message>
        <source>Note for incident {number}</source>
        <translation>Note for incident {number}</translation>
    </message>
    <message>
        <source>Open incident {number} again: why?</source>
        <translation>Open incident {number} again: why?</translation>
    </message>
    <message>
        <source>Close incident {number}: was the reporter told?</source>
        <translation>Close incident {number}: was the reporter told?</translation>
    </message>
    <message>
        <source>yes, told</source>
        <translation>yes, told</translation>
    </message>
    <message>
        <source>could not be reached (3 times)</source>
        <translation>could not be reached (3 times)</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonymous</translation>
    </message>
    <message>
        <source>This was written for a call: open it and press F7 for the outcome.</source>
        <translation>This was written for a call: open it and press F7 for the outcome.</translation>
    </message>
    <message>
        <source>Throw this report away? It was sent to nobody.</source>
        <translation>Throw this report away? It was sent to nobody.</translation>
    </message>
    <message>
        <source>no, keep it</source>
        <translation>no, keep it</translation>
    </message>
    <message>
        <source>yes, throw it away</source>
        <translation>yes, throw it away</translation>
    </message>
    <message>
        <source>This report has no number yet: open it (Enter), then send or save it.</source>
        <translation>This report has no number yet: open it (Enter), then send or save it.</translation>
    </message>
</context>
<context>
    <name>CallBackKeys</name>
    <message>
        <source>This call is not over, or has no number: nobody was called.</source>
        <translation>This call is not over, or has no number: nobody was called.</translation>
    </message>
    <message>
        <source>There is no number to call back.</source>
        <translation>There is no number to call back.</translation>
    </message>
    <message>
        <source>{key} again calls {caller} back. Another of the {count}: {queue_key}, arrows, {key}.</source>
        <translation>{key} again calls {caller} back. Another of the {count}: {queue_key}, arrows, {key}.</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>Call in hand</source>
        <translation>Call in hand</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>No call</translation>
    </message>
    <message>
        <source>Sure?</source>
        <translation>Sure?</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>Duration of the call</source>
        <translation>Duration of the call</translation>
    </message>
    <message>
        <source>Number of the caller</source>
        <translation>Number of the caller</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>{state} · recorded</source>
        <translation>{state} · recorded</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Unmute</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>A call is open. Close again within 3 s to end the telephone too.</source>
        <translation>A call is open. Close again within 3 s to end the telephone too.</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Command line</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>? shows the commands</source>
        <translation>? shows the commands</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMAND</translation>
    </message>
</context>
<context>
    <name>CommandDesk</name>
    <message>
        <source>Your role may not do that.</source>
        <translation>Your role may not do that.</translation>
    </message>
    <message>
        <source>This desk cannot do that yet.</source>
        <translation>This desk cannot do that yet.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>{word} may be: {choices}</source>
        <translation>{word} may be: {choices}</translation>
    </message>
    <message>
        <source>Too much: {word}</source>
        <translation>Too much: {word}</translation>
    </message>
    <message>
        <source>There is no call</source>
        <translation>There is no call</translation>
    </message>
    <message>
        <source>No open incident {word}</source>
        <translation>No open incident {word}</translation>
    </message>
    <message>
        <source>Which incident?</source>
        <translation>Which incident?</translation>
    </message>
    <message>
        <source>No unit or agency {word}</source>
        <translation>No unit or agency {word}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>out of service</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>acknowledged</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>on the way</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>on scene</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>handled</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation>obstructed</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>the reporter has been told</source>
        <translation>the reporter has been told</translation>
    </message>
    <message>
        <source>the reporter could not be reached</source>
        <translation>the reporter could not be reached</translation>
    </message>
    <message>
        <source>the reporter is anonymous</source>
        <translation>the reporter is anonymous</translation>
    </message>
    <message>
        <source>Type a command; ? shows all</source>
        <translation>Type a command; ? shows all</translation>
    </message>
    <message>
        <source>No such command: {word}</source>
        <translation>No such command: {word}</translation>
    </message>
    <message>
        <source>Answer the next call</source>
        <translation>Answer the next call</translation>
    </message>
    <message>
        <source>Hold or resume the call</source>
        <translation>Hold or resume the call</translation>
    </message>
    <message>
        <source>Forward to whom? 119, 113, 110 …</source>
        <translation>Forward to whom? 119, 113, 110 …</translation>
    </message>
    <message>
        <source>No agency {word}</source>
        <translation>No agency {word}</translation>
    </message>
    <message>
        <source>Forward the call to {agency}</source>
        <translation>Forward the call to {agency}</translation>
    </message>
    <message>
        <source>Which outcome? {choices}</source>
        <translation>Which outcome? {choices}</translation>
    </message>
    <message>
        <source>No outcome {word}: {choices}</source>
        <translation>No outcome {word}: {choices}</translation>
    </message>
    <message>
        <source>Outcome of the call: {outcome}</source>
        <translation>Outcome of the call: {outcome}</translation>
    </message>
    <message>
        <source>One priority, !1 to !4: {word}</source>
        <translation>One priority, !1 to !4: {word}</translation>
    </message>
    <message>
        <source>What happened, and where?</source>
        <translation>What happened, and where?</translation>
    </message>
    <message>
        <source>New incident: {text}</source>
        <translation>New incident: {text}</translation>
    </message>
    <message>
        <source>New incident, P{priority}: {text}</source>
        <translation>New incident, P{priority}: {text}</translation>
    </message>
    <message>
        <source>Which units or agencies? PMK-03, damkar …</source>
        <translation>Which units or agencies? PMK-03, damkar …</translation>
    </message>
    <message>
        <source>Send {who} to incident {incident}</source>
        <translation>Send {who} to incident {incident}</translation>
    </message>
    <message>
        <source>State of which unit or agency?</source>
        <translation>State of which unit or agency?</translation>
    </message>
    <message>
        <source>Which state? {choices}</source>
        <translation>Which state? {choices}</translation>
    </message>
    <message>
        <source>No such state: {word}</source>
        <translation>No such state: {word}</translation>
    </message>
    <message>
        <source>{who}: {state}</source>
        <translation>{who}: {state}</translation>
    </message>
    <message>
        <source>Why? The reporter will be told</source>
        <translation>Why? The reporter will be told</translation>
    </message>
    <message>
        <source>{who}, incident {incident}: {state}</source>
        <translation>{who}, incident {incident}: {state}</translation>
    </message>
    <message>
        <source>What is to be noted?</source>
        <translation>What is to be noted?</translation>
    </message>
    <message>
        <source>Note on incident {incident}: {text}</source>
        <translation>Note on incident {incident}: {text}</translation>
    </message>
    <message>
        <source>Was the reporter told? {choices}</source>
        <translation>Was the reporter told? {choices}</translation>
    </message>
    <message>
        <source>No such answer: {word}</source>
        <translation>No such answer: {word}</translation>
    </message>
    <message>
        <source>Close incident {incident}: {informed}</source>
        <translation>Close incident {incident}: {informed}</translation>
    </message>
    <message>
        <source>Search for what?</source>
        <translation>Search for what?</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Search: {text}</translation>
    </message>
    <message>
        <source>Show all keys and commands</source>
        <translation>Show all keys and commands</translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>▲ {field}: which one holds?</source>
        <translation>▲ {field}: which one holds?</translation>
    </message>
    <message>
        <source>{value} — {actor}, {time}</source>
        <translation>{value} — {actor}, {time}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>CutController</name>
    <message>
        <source>The telephone program broke down at {time} and runs again. Cut: {calls}.</source>
        <translation>The telephone program broke down at {time} and runs again. Cut: {calls}.</translation>
    </message>
    <message>
        <source>No number is known, so nobody can be called back; give an outcome ({key}).</source>
        <translation>No number is known, so nobody can be called back; give an outcome ({key}).</translation>
    </message>
    <message>
        <source>{key} calls back.</source>
        <translation>{key} calls back.</translation>
    </message>
    <message>
        <source>{key} calls {caller} back, the others are in the queue ({queue_key}).</source>
        <translation>{key} calls {caller} back, the others are in the queue ({queue_key}).</translation>
    </message>
    <message>
        <source>talked {time}</source>
        <translation>talked {time}</translation>
    </message>
    <message>
        <source>rang {time}</source>
        <translation>rang {time}</translation>
    </message>
</context>
<context>
    <name>DaysPanel</name>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>No calls in these days</translation>
    </message>
    <message>
        <source>Calls by day, {first} to {last}</source>
        <translation>Calls by day, {first} to {last}</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Pranks</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{day}: {calls} calls rang, {real} real, {pranks} pranks, {ghosts} silent, {other} other; {abandoned} abandoned; {refused} refused besides</source>
        <translation>{day}: {calls} calls rang, {real} real, {pranks} pranks, {ghosts} silent, {other} other; {abandoned} abandoned; {refused} refused besides</translation>
    </message>
</context>
<context>
    <name>DispatchController</name>
    <message>
        <source>Incident {number} was sent to them already.</source>
        <translation>Incident {number} was sent to them already.</translation>
    </message>
    <message>
        <source>{who}: incident {number} sent.</source>
        <translation>{who}: incident {number} sent.</translation>
    </message>
    <message>
        <source>This agency's report is not at that point.</source>
        <translation>This agency's report is not at that point.</translation>
    </message>
    <message>
        <source>A reason is needed: the reporter will ask for it.</source>
        <translation>A reason is needed: the reporter will ask for it.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Not saved: {problem}</translation>
    </message>
</context>
<context>
    <name>DispatchPanel</name>
    <message>
        <source>Dispatch</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>Add an agency</source>
        <translation>Add an agency</translation>
    </message>
    <message>
        <source>Add: 119, damkar, pln …</source>
        <translation>Add: 119, damkar, pln …</translation>
    </message>
    <message>
        <source>Message for the agencies</source>
        <translation>Message for the agencies</translation>
    </message>
    <message>
        <source>Space ticks · 1 acknowledged 2 en route 3 on scene 4 handled 5 refused 6 obstructed 0 cancelled</source>
        <translation>Space ticks · 1 acknowledged 2 en route 3 on scene 4 handled 5 refused 6 obstructed 0 cancelled</translation>
    </message>
    <message>
        <source>Units to send: {units}</source>
        <translation>Units to send: {units}</translation>
    </message>
    <message>
        <source>No agency has anything left to report.</source>
        <translation>No agency has anything left to report.</translation>
    </message>
    <message>
        <source>Nothing was sent to this agency yet.</source>
        <translation>Nothing was sent to this agency yet.</translation>
    </message>
    <message>
        <source>{agency}, {state}: why?</source>
        <translation>{agency}, {state}: why?</translation>
    </message>
    <message>
        <source>Which agency? “{text}” fits none or several.</source>
        <translation>Which agency? “{text}” fits none or several.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>How numbers are written</source>
        <translation>How numbers are written</translation>
    </message>
    <message>
        <source>Masked numbers</source>
        <translation>Masked numbers</translation>
    </message>
    <message>
        <source>Full numbers</source>
        <translation>Full numbers</translation>
    </message>
    <message>
        <source>Why full numbers are needed</source>
        <translation>Why full numbers are needed</translation>
    </message>
    <message>
        <source>Why full numbers are needed (is put on record)</source>
        <translation>Why full numbers are needed (is put on record)</translation>
    </message>
    <message>
        <source>Make file</source>
        <translation>Make file</translation>
    </message>
    <message>
        <source>Making the file …</source>
        <translation>Making the file …</translation>
    </message>
    <message>
        <source>✓ Written: {file}</source>
        <translation>✓ Written: {file}</translation>
    </message>
    <message>
        <source>✕ No file was made: {reason}</source>
        <translation>✕ No file was made: {reason}</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Which file</translation>
    </message>
    <message>
        <source>Statistics, CSV</source>
        <translation>Statistics, CSV</translation>
    </message>
    <message>
        <source>Statistics, XLSX</source>
        <translation>Statistics, XLSX</translation>
    </message>
    <message>
        <source>Every call, CSV</source>
        <translation>Every call, CSV</translation>
    </message>
    <message>
        <source>Every call, XLSX</source>
        <translation>Every call, XLSX</translation>
    </message>
    <message>
        <source>Hours of the week, PDF page</source>
        <translation>Hours of the week, PDF page</translation>
    </message>
    <message>
        <source>Hours of the week, PNG picture</source>
        <translation>Hours of the week, PNG picture</translation>
    </message>
    <message>
        <source>Days, PDF page</source>
        <translation>Days, PDF page</translation>
    </message>
    <message>
        <source>Days, PNG picture</source>
        <translation>Days, PNG picture</translation>
    </message>
    <message>
        <source>Every file is put on record with who, when, which days and why.</source>
        <translation>Every file is put on record with who, when, which days and why.</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>Progress of the file</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Write why full numbers are needed.</source>
        <translation>Write why full numbers are needed.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The program made a mistake; calls go on. If something looks wrong, press the key again. It is in the log.</source>
        <translation>The program made a mistake; calls go on. If something looks wrong, press the key again. It is in the log.</translation>
    </message>
</context>
<context>
    <name>FormController</name>
    <message>
        <source>This incident is closed. Open it again first.</source>
        <translation>This incident is closed. Open it again first.</translation>
    </message>
    <message>
        <source>A saved draft could not be read; the call itself is complete.</source>
        <translation>A saved draft could not be read; the call itself is complete.</translation>
    </message>
    <message>
        <source>What you type is not on disk for the moment: {problem}</source>
        <translation>What you type is not on disk for the moment: {problem}</translation>
    </message>
</context>
<context>
    <name>FormEdits</name>
    <message>
        <source>Changes are not saved yet: {problem}</source>
        <translation>Changes are not saved yet: {problem}</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Type of incident</source>
        <translation>Type of incident</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Narrative</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>No place yet</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;riority</translation>
    </message>
    <message>
        <source>Why this priority?</source>
        <translation>Why this priority?</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Why</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <source>Land&amp;mark</source>
        <translation>Land&amp;mark</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Landmark</translation>
    </message>
    <message>
        <source>Rep&amp;orter</source>
        <translation>Rep&amp;orter</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>N&amp;umber</translation>
    </message>
    <message>
        <source>Call-back number</source>
        <translation>Call-back number</translation>
    </message>
    <message>
        <source>Victim&amp;s</source>
        <translation>Victim&amp;s</translation>
    </message>
    <message>
        <source>Victims</source>
        <translation>Victims</translation>
    </message>
    <message>
        <source>Trapp&amp;ed</source>
        <translation>Trapp&amp;ed</translation>
    </message>
    <message>
        <source>Trapped</source>
        <translation>Trapped</translation>
    </message>
    <message>
        <source>N&amp;arrative</source>
        <translation>N&amp;arrative</translation>
    </message>
    <message>
        <source>Not known yet: street, number, RT/RW, village</source>
        <translation>Not known yet: street, number, RT/RW, village</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Call form</source>
        <translation>Call form</translation>
    </message>
    <message>
        <source>What happened, where, who is in danger</source>
        <translation>What happened, where, who is in danger</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>No call</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>Incident {number}</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>New incident</translation>
    </message>
    <message>
        <source>New incident, no call</source>
        <translation>New incident, no call</translation>
    </message>
</context>
<context>
    <name>ForwardController</name>
    <message>
        <source>Nobody is on the line to forward.</source>
        <translation>Nobody is on the line to forward.</translation>
    </message>
    <message>
        <source>This call is being forwarded already.</source>
        <translation>This call is being forwarded already.</translation>
    </message>
    <message>
        <source>{agency} has no telephone in the directory.</source>
        <translation>{agency} has no telephone in the directory.</translation>
    </message>
    <message>
        <source>No agency is on the line to connect.</source>
        <translation>No agency is on the line to connect.</translation>
    </message>
    <message>
        <source>{agency} was not reached: {problem} THE CALLER IS STILL HERE – F8 to talk, F11 to try again.</source>
        <translation>{agency} was not reached: {problem} THE CALLER IS STILL HERE – F8 to talk, F11 to try again.</translation>
    </message>
    <message>
        <source>Not connected: {problem} THE CALLER AND {agency} ARE BOTH STILL HERE – {key} to try again.</source>
        <translation>Not connected: {problem} THE CALLER AND {agency} ARE BOTH STILL HERE – {key} to try again.</translation>
    </message>
    <message>
        <source>{agency} has the caller.</source>
        <translation>{agency} has the caller.</translation>
    </message>
    <message>
        <source>All three are talking: caller, {agency} and you.</source>
        <translation>All three are talking: caller, {agency} and you.</translation>
    </message>
    <message>
        <source>The caller is gone while {agency} was being reached.</source>
        <translation>The caller is gone while {agency} was being reached.</translation>
    </message>
    <message>
        <source>{agency} is on the line, the caller waits on hold.</source>
        <translation>{agency} is on the line, the caller waits on hold.</translation>
    </message>
    <message>
        <source>The call to {agency} was given up. THE CALLER IS STILL HERE – F8 to talk.</source>
        <translation>The call to {agency} was given up. THE CALLER IS STILL HERE – F8 to talk.</translation>
    </message>
    <message>
        <source>{agency} is off the line. THE CALLER IS STILL HERE – F8 to talk.</source>
        <translation>{agency} is off the line. THE CALLER IS STILL HERE – F8 to talk.</translation>
    </message>
</context>
<context>
    <name>ForwardStrip</name>
    <message>
        <source>Forward the caller to</source>
        <translation>Forward the caller to</translation>
    </message>
    <message>
        <source>Enter: forward and let go · Ctrl+Enter or K: keep the caller, call first · Esc</source>
        <translation>Enter: forward and let go · Ctrl+Enter or K: keep the caller, call first · Esc</translation>
    </message>
    <message>
        <source>no agency fits</source>
        <translation>no agency fits</translation>
    </message>
    <message>
        <source>▶ {agency}, {name}</source>
        <translation>▶ {agency}, {name}</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>← call out</source>
        <translation>← call out</translation>
    </message>
    <message>
        <source>→ call in</source>
        <translation>→ call in</translation>
    </message>
</context>
<context>
    <name>HealthController</name>
    <message>
        <source>Connecting to the telephone program…</source>
        <translation>Connecting to the telephone program…</translation>
    </message>
    <message>
        <source>Telephone: away</source>
        <translation>Telephone: away</translation>
    </message>
    <message>
        <source>SIP {good}/{all}</source>
        <translation>SIP {good}/{all}</translation>
    </message>
    <message>
        <source>NO SOUND DEVICE</source>
        <translation>NO SOUND DEVICE</translation>
    </message>
    <message>
        <source>NO RING TONE</source>
        <translation>NO RING TONE</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Log: {count} not saved</source>
        <translation>Log: {count} not saved</translation>
    </message>
    <message>
        <source>NOT RECORDING</source>
        <translation>NOT RECORDING</translation>
    </message>
    <message>
        <source>Recording: {free} MB left</source>
        <translation>Recording: {free} MB left</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of the number</source>
        <translation>History of the number</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Earlier calls</translation>
    </message>
    <message>
        <source>No caller.</source>
        <translation>No caller.</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the week</source>
        <translation>Hours of the week</translation>
    </message>
    <message>
        <source>What the hours count</source>
        <translation>What the hours count</translation>
    </message>
    <message>
        <source>Pranks and silent calls</source>
        <translation>Pranks and silent calls</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Pranks</translation>
    </message>
    <message>
        <source>Silent calls</source>
        <translation>Silent calls</translation>
    </message>
    <message>
        <source>All calls that rang</source>
        <translation>All calls that rang</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>No calls in these days</translation>
    </message>
    <message>
        <source>{measure} by hour of the week, {first} to {last}</source>
        <translation>{measure} by hour of the week, {first} to {last}</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>{day} {from_hour}–{to_hour}: {pranks} pranks and {ghosts} silent calls among {calls} calls that rang</source>
        <translation>{day} {from_hour}–{to_hour}: {pranks} pranks and {ghosts} silent calls among {calls} calls that rang</translation>
    </message>
</context>
<context>
    <name>IncidentController</name>
    <message>
        <source>Every ticked agency has incident {number} already.</source>
        <translation>Every ticked agency has incident {number} already.</translation>
    </message>
    <message>
        <source>Nobody to send to: tick an agency in the dispatch panel.</source>
        <translation>Nobody to send to: tick an agency in the dispatch panel.</translation>
    </message>
    <message>
        <source>Incident {number} sent to {agencies}.</source>
        <translation>Incident {number} sent to {agencies}.</translation>
    </message>
    <message>
        <source>Incident {number} is saved.</source>
        <translation>Incident {number} is saved.</translation>
    </message>
    <message>
        <source>Incident {number} is saved, sent to nobody yet.</source>
        <translation>Incident {number} is saved, sent to nobody yet.</translation>
    </message>
    <message>
        <source>The point of “{words}” was left out.</source>
        <translation>The point of “{words}” was left out.</translation>
    </message>
    <message>
        <source>Incident {number}: the call to {agencies} is on record.</source>
        <translation>Incident {number}: the call to {agencies} is on record.</translation>
    </message>
    <message>
        <source>There is no call to link.</source>
        <translation>There is no call to link.</translation>
    </message>
    <message>
        <source>This call belongs to incident {number}.</source>
        <translation>This call belongs to incident {number}.</translation>
    </message>
    <message>
        <source>The call is linked to incident {number}.</source>
        <translation>The call is linked to incident {number}.</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Note saved.</translation>
    </message>
    <message>
        <source>Incident {number} is closed.</source>
        <translation>Incident {number} is closed.</translation>
    </message>
    <message>
        <source>Incident {number} is open again.</source>
        <translation>Incident {number} is open again.</translation>
    </message>
    <message>
        <source>There is no call and no incident on the screen.</source>
        <translation>There is no call and no incident on the screen.</translation>
    </message>
    <message>
        <source>Still sending …</source>
        <translation>Still sending …</translation>
    </message>
    <message>
        <source>Incident {number} is closed. Open it again first.</source>
        <translation>Incident {number} is closed. Open it again first.</translation>
    </message>
    <message>
        <source>Not sent: what kind of incident is it?</source>
        <translation>Not sent: what kind of incident is it?</translation>
    </message>
    <message>
        <source>Not sent: where is it? Type a place, or press Alt+0 for “no location yet”.</source>
        <translation>Not sent: where is it? Type a place, or press Alt+0 for “no location yet”.</translation>
    </message>
    <message>
        <source>Not sent: how urgent is it? Alt+1 to Alt+4.</source>
        <translation>Not sent: how urgent is it? Alt+1 to Alt+4.</translation>
    </message>
    <message>
        <source>Not sent: why this priority? A few words.</source>
        <translation>Not sent: why this priority? A few words.</translation>
    </message>
    <message>
        <source>NOT SENT: {problem} Press Ctrl+Enter again.</source>
        <translation>NOT SENT: {problem} Press Ctrl+Enter again.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Not saved: {problem}</translation>
    </message>
</context>
<context>
    <name>IncidentRoom</name>
    <message>
        <source>Nobody is on the line to forward.</source>
        <translation>Nobody is on the line to forward.</translation>
    </message>
    <message>
        <source>Message copied.</source>
        <translation>Message copied.</translation>
    </message>
    <message>
        <source>Which agency? “{text}” fits none or several.</source>
        <translation>Which agency? “{text}” fits none or several.</translation>
    </message>
    <message>
        <source>Which agency? A digit or 119, fire …</source>
        <translation>Which agency? A digit or 119, fire …</translation>
    </message>
</context>
<context>
    <name>IncidentVerbs</name>
    <message>
        <source>This agency does not have the incident.</source>
        <translation>This agency does not have the incident.</translation>
    </message>
    <message>
        <source>No open incident {number}.</source>
        <translation>No open incident {number}.</translation>
    </message>
</context>
<context>
    <name>IncidentsModel</name>
    <message>
        <source>type not known</source>
        <translation>type not known</translation>
    </message>
    <message>
        <source>▲ two values · {name}</source>
        <translation>▲ two values · {name}</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>no place yet</translation>
    </message>
    <message>
        <source>Prio</source>
        <translation>Prio</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>What and where</translation>
    </message>
    <message>
        <source>{age} · △ {late} late</source>
        <translation>{age} · △ {late} late</translation>
    </message>
</context>
<context>
    <name>IncidentsPanel</name>
    <message>
        <source>Open incidents</source>
        <translation>Open incidents</translation>
    </message>
    <message>
        <source>Enter opens · X throws away</source>
        <translation>Enter opens · X throws away</translation>
    </message>
    <message>
        <source>Enter opens · L links the call · C note · X closes</source>
        <translation>Enter opens · L links the call · C note · X closes</translation>
    </message>
    <message>
        <source>as of {seconds} s ago</source>
        <translation>as of {seconds} s ago</translation>
    </message>
</context>
<context>
    <name>InfoStrip</name>
    <message>
        <source>Pin here</source>
        <translation>Pin here</translation>
    </message>
    <message>
        <source>C caller · N incident · P pin · Esc back to the form</source>
        <translation>C caller · N incident · P pin · Esc back to the form</translation>
    </message>
    <message>
        <source>Arrows move · + − zoom · Home region</source>
        <translation>Arrows move · + − zoom · Home region</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>The sheet was not saved: {why}</source>
        <translation>The sheet was not saved: {why}</translation>
    </message>
</context>
<context>
    <name>LocationController</name>
    <message>
        <source>The call has sent no other place.</source>
        <translation>The call has sent no other place.</translation>
    </message>
    <message>
        <source>The point belongs to other words: keep it, drop it or choose again.</source>
        <translation>The point belongs to other words: keep it, drop it or choose again.</translation>
    </message>
    <message>
        <source>These coordinates are not taken yet: ↓ and Enter take them.</source>
        <translation>These coordinates are not taken yet: ↓ and Enter take them.</translation>
    </message>
    <message>
        <source>There is no place to confirm yet.</source>
        <translation>There is no place to confirm yet.</translation>
    </message>
</context>
<context>
    <name>LocationLine</name>
    <message>
        <source>Raw text</source>
        <translation>Raw text</translation>
    </message>
    <message>
        <source>Raw text of the location</source>
        <translation>Raw text of the location</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Farther</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Nearer</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Own window</translation>
    </message>
    <message>
        <source>{distance} from the place</source>
        <translation>{distance} from the place</translation>
    </message>
    <message>
        <source>{distance} from the caller</source>
        <translation>{distance} from the caller</translation>
    </message>
</context>
<context>
    <name>MapScene</name>
    <message>
        <source>belongs to other words</source>
        <translation>belongs to other words</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>No map of the region was imported. Places and pins work without it.</source>
        <translation>No map of the region was imported. Places and pins work without it.</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>{distance} straight line</source>
        <translation>{distance} straight line</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Fire</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clinic</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>Ambulance</translation>
    </message>
    <message>
        <source>Disaster post</source>
        <translation>Disaster post</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>offered</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ confirmed</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>not confirmed</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>radius unknown</source>
        <translation>radius unknown</translation>
    </message>
    <message>
        <source>approximately: {place}</source>
        <translation>approximately: {place}</translation>
    </message>
    <message>
        <source>▲ Outside the region</source>
        <translation>▲ Outside the region</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Real calls: {real}</source>
        <translation>Real calls: {real}</translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}, but REAL calls too: {real}</source>
        <translation>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}, but REAL calls too: {real}</translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}</source>
        <translation>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}</translation>
    </message>
</context>
<context>
    <name>MissedPanel</name>
    <message>
        <source>Missed, not yet called back</source>
        <translation>Missed, not yet called back</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>Rang at</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>No number: cannot be called back</source>
        <translation>No number: cannot be called back</translation>
    </message>
    <message>
        <source>Rang for</source>
        <translation>Rang for</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>Missed calls</translation>
    </message>
    <message>
        <source>✓ Nobody waits for a call back.</source>
        <translation>✓ Nobody waits for a call back.</translation>
    </message>
    <message>
        <source>▲ {waiting} wait for a call back, of {abandoned} abandoned and {refused} refused calls</source>
        <translation>▲ {waiting} wait for a call back, of {abandoned} abandoned and {refused} refused calls</translation>
    </message>
    <message>
        <source>lines busy</source>
        <translation>lines busy</translation>
    </message>
</context>
<context>
    <name>NearbyController</name>
    <message>
        <source>The warning is on record. It is over by itself in 180 days.</source>
        <translation>The warning is on record. It is over by itself in 180 days.</translation>
    </message>
    <message>
        <source>The warning is taken away.</source>
        <translation>The warning is taken away.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Not saved: {problem}</translation>
    </message>
</context>
<context>
    <name>NearbyKeys</name>
    <message>
        <source>No second incident is offered.</source>
        <translation>No second incident is offered.</translation>
    </message>
    <message>
        <source>Another incident has just come to the front: look, then press again.</source>
        <translation>Another incident has just come to the front: look, then press again.</translation>
    </message>
    <message>
        <source>A warning needs a place on the map or a number.</source>
        <translation>A warning needs a place on the map or a number.</translation>
    </message>
    <message>
        <source>Warn of what?</source>
        <translation>Warn of what?</translation>
    </message>
    <message>
        <source>In a few words:</source>
        <translation>In a few words:</translation>
    </message>
    <message>
        <source>“{words}”: what kind of danger is it?</source>
        <translation>“{words}”: what kind of danger is it?</translation>
    </message>
    <message>
        <source>There is no warning here.</source>
        <translation>There is no warning here.</translation>
    </message>
    <message>
        <source>Which warning is no longer true?</source>
        <translation>Which warning is no longer true?</translation>
    </message>
    <message>
        <source>Why is it no longer true?</source>
        <translation>Why is it no longer true?</translation>
    </message>
    <message>
        <source>Another form is shown; the warning is not on record: {words}</source>
        <translation>Another form is shown; the warning is not on record: {words}</translation>
    </message>
</context>
<context>
    <name>NearbyStrip</name>
    <message>
        <source>Around this place</source>
        <translation>Around this place</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>No longer true</source>
        <translation>No longer true</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>▲ {count} more</source>
        <translation>▲ {count} more</translation>
    </message>
    <message>
        <source>◇ The same? {incident}</source>
        <translation>◇ The same? {incident}</translation>
    </message>
    <message>
        <source>◇ Or: {incident}</source>
        <translation>◇ Or: {incident}</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>Numbers with pranks or silent calls</source>
        <translation>Numbers with pranks or silent calls</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Pranks</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>REAL calls</source>
        <translation>REAL calls</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>No number with pranks or silent calls in these days</source>
        <translation>No number with pranks or silent calls in these days</translation>
    </message>
    <message>
        <source>▲ {count} of the prank numbers also called in earnest: {numbers}</source>
        <translation>▲ {count} of the prank numbers also called in earnest: {numbers}</translation>
    </message>
    <message>
        <source>no real call in these days</source>
        <translation>no real call in these days</translation>
    </message>
    <message>
        <source>{count} real calls in these days: this number also calls in earnest</source>
        <translation>{count} real calls in these days: this number also calls in earnest</translation>
    </message>
</context>
<context>
    <name>OriginBadge</name>
    <message>
        <source>▲ two values</source>
        <translation>▲ two values</translation>
    </message>
    <message>
        <source>◇ suggested</source>
        <translation>◇ suggested</translation>
    </message>
    <message>
        <source>▽ from the call</source>
        <translation>▽ from the call</translation>
    </message>
</context>
<context>
    <name>OutcomeController</name>
    <message>
        <source>{caller}: {outcome}. Ctrl+Z takes it back.</source>
        <translation>{caller}: {outcome}. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>There is no outcome to take back.</source>
        <translation>There is no outcome to take back.</translation>
    </message>
    <message>
        <source>Taken back: the call with {caller} has no outcome.</source>
        <translation>Taken back: the call with {caller} has no outcome.</translation>
    </message>
</context>
<context>
    <name>OutcomeKeys</name>
    <message>
        <source>An outcome needs an answered call.</source>
        <translation>An outcome needs an answered call.</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>More …</translation>
    </message>
    <message>
        <source>What was the call of {caller}? (Esc leaves)</source>
        <translation>What was the call of {caller}? (Esc leaves)</translation>
    </message>
    <message>
        <source>Why is the outcome of {caller} changed? (Enter saves, Esc leaves)</source>
        <translation>Why is the outcome of {caller} changed? (Enter saves, Esc leaves)</translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Outcome of the call</source>
        <translation>Outcome of the call</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Data as of {time}</source>
        <translation>Data as of {time}</translation>
    </message>
    <message>
        <source>The last day must not lie before the first; {days} days at most</source>
        <translation>The last day must not lie before the first; {days} days at most</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Other days</translation>
    </message>
</context>
<context>
    <name>PlaceStrip</name>
    <message>
        <source>What is known of the place</source>
        <translation>What is known of the place</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>The caller says that this place is right</source>
        <translation>The caller says that this place is right</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Places that may be meant</source>
        <translation>Places that may be meant</translation>
    </message>
    <message>
        <source>✓ Confirmed</source>
        <translation>✓ Confirmed</translation>
    </message>
</context>
<context>
    <name>PlacesClient</name>
    <message>
        <source>Place search starts again. Type the place in words; everything is saved.</source>
        <translation>Place search starts again. Type the place in words; everything is saved.</translation>
    </message>
    <message>
        <source>Places are not found by name. Type the place in words; the supervisor should run the check-up.</source>
        <translation>Places are not found by name. Type the place in words; the supervisor should run the check-up.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>{question} Press its number.</source>
        <translation>{question} Press its number.</translation>
    </message>
</context>
<context>
    <name>ProtocolPanel</name>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>not approved</translation>
    </message>
    <message>
        <source>Not yet reviewed by a person of the profession</source>
        <translation>Not yet reviewed by a person of the profession</translation>
    </message>
    <message>
        <source>▲ NOT CONSCIOUS AND NOT BREATHING: guide CPR now, send PSC 119 first.</source>
        <translation>▲ NOT CONSCIOUS AND NOT BREATHING: guide CPR now, send PSC 119 first.</translation>
    </message>
    <message>
        <source>Questions and advice come with the type of incident.</source>
        <translation>Questions and advice come with the type of incident.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>open incident</source>
        <translation>open incident</translation>
    </message>
    <message>
        <source>redials</source>
        <translation>redials</translation>
    </message>
    <message>
        <source>{count}× real</source>
        <translation>{count}× real</translation>
    </message>
    <message>
        <source>{count}× prank</source>
        <translation>{count}× prank</translation>
    </message>
    <message>
        <source>{count}× silent</source>
        <translation>{count}× silent</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>No call is waiting.</source>
        <translation>No call is waiting.</translation>
    </message>
    <message>
        <source>Lines {in_use}/{total}</source>
        <translation>Lines {in_use}/{total}</translation>
    </message>
</context>
<context>
    <name>ReferralsModel</name>
    <message>
        <source>Agency</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>{agency} (lead)</source>
        <translation>{agency} (lead)</translation>
    </message>
    <message>
        <source>will be sent</source>
        <translation>will be sent</translation>
    </message>
    <message>
        <source>△ soon late</source>
        <translation>△ soon late</translation>
    </message>
    <message>
        <source>▲ LATE</source>
        <translation>▲ LATE</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
</context>
<context>
    <name>SearchKeys</name>
    <message>
        <source>Looking …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”.</source>
        <translation>Nothing was found for “{text}”.</translation>
    </message>
    <message>
        <source>{caller}, {time}: {outcome}. This call belongs to no incident.</source>
        <translation>{caller}, {time}: {outcome}. This call belongs to no incident.</translation>
    </message>
</context>
<context>
    <name>SearchStrip</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Words, a ticket number, the end of a telephone number</source>
        <translation>Words, a ticket number, the end of a telephone number</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ choose · Enter opens · Esc leaves</translation>
    </message>
</context>
<context>
    <name>SheetPrinter</name>
    <message>
        <source>Save or send the incident first: the sheet carries its number.</source>
        <translation>Save or send the incident first: the sheet carries its number.</translation>
    </message>
    <message>
        <source>Sheet written: {file}</source>
        <translation>Sheet written: {file}</translation>
    </message>
    <message>
        <source>The sheet could not be made: {problem}</source>
        <translation>The sheet could not be made: {problem}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Saved {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>SupervisorPage</name>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
</context>
<context>
    <name>SupervisorPhrases</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{part} of {rang} calls that rang, tests excluded</source>
        <translation>{part} of {rang} calls that rang, tests excluded</translation>
    </message>
</context>
<context>
    <name>Telephone</name>
    <message>
        <source>No call is ringing.</source>
        <translation>No call is ringing.</translation>
    </message>
    <message>
        <source>A ringing call is never refused: answer with F9.</source>
        <translation>A ringing call is never refused: answer with F9.</translation>
    </message>
    <message>
        <source>No call to end.</source>
        <translation>No call to end.</translation>
    </message>
    <message>
        <source>Calling {caller} back.</source>
        <translation>Calling {caller} back.</translation>
    </message>
    <message>
        <source>The caller is still connected. Press F12 again to hang up.</source>
        <translation>The caller is still connected. Press F12 again to hang up.</translation>
    </message>
    <message>
        <source>No call to hold.</source>
        <translation>No call to hold.</translation>
    </message>
    <message>
        <source>No call to mute.</source>
        <translation>No call to mute.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Calls that rang</source>
        <translation>Calls that rang</translation>
    </message>
    <message>
        <source>Pranks and silent calls</source>
        <translation>Pranks and silent calls</translation>
    </message>
    <message>
        <source>Real calls</source>
        <translation>Real calls</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>Answered in time</translation>
    </message>
    <message>
        <source>Abandoned while ringing</source>
        <translation>Abandoned while ringing</translation>
    </message>
    <message>
        <source>Refused: all lines busy</source>
        <translation>Refused: all lines busy</translation>
    </message>
    <message>
        <source>These never rang and are in no other figure</source>
        <translation>These never rang and are in no other figure</translation>
    </message>
    <message>
        <source>No call rang in these days</source>
        <translation>No call rang in these days</translation>
    </message>
    <message>
        <source>{count} answered, tests excluded</source>
        <translation>{count} answered, tests excluded</translation>
    </message>
    <message>
        <source>{share} of the calls that rang</source>
        <translation>{share} of the calls that rang</translation>
    </message>
    <message>
        <source>within {seconds} s is not counted</source>
        <translation>within {seconds} s is not counted</translation>
    </message>
    <message>
        <source>✓ goal {goal} met</source>
        <translation>✓ goal {goal} met</translation>
    </message>
    <message>
        <source>✕ goal {goal} not met</source>
        <translation>✕ goal {goal} not met</translation>
    </message>
    <message>
        <source>within {seconds} s: {part} of {rang}. {verdict}</source>
        <translation>within {seconds} s: {part} of {rang}. {verdict}</translation>
    </message>
    <message>
        <source>{share} of the calls that rang; nobody waits for a call back</source>
        <translation>{share} of the calls that rang; nobody waits for a call back</translation>
    </message>
    <message>
        <source>{share} of the calls that rang; {count} wait for a call back</source>
        <translation>{share} of the calls that rang; {count} wait for a call back</translation>
    </message>
</context>
<context>
    <name>TimelineKeys</name>
    <message>
        <source>No incident is open here: F3, then Enter on one.</source>
        <translation>No incident is open here: F3, then Enter on one.</translation>
    </message>
    <message>
        <source>The timeline begins when the incident is saved or sent.</source>
        <translation>The timeline begins when the incident is saved or sent.</translation>
    </message>
    <message>
        <source>Timeline of incident {number}</source>
        <translation>Timeline of incident {number}</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>No incident</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>↑ ↓ scroll · newest at the bottom · Esc leaves</source>
        <translation>↑ ↓ scroll · newest at the bottom · Esc leaves</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Waiting {count}</translation>
    </message>
    <message>
        <source>Longest {time}</source>
        <translation>Longest {time}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>All actions</translation>
    </message>
</context>
<context>
    <name>UnitsModel</name>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>+ picks · 1 ready 2 en route 3 on scene 4 out</source>
        <translation>+ picks · 1 ready 2 en route 3 on scene 4 out</translation>
    </message>
</context>
<context>
    <name>call_face</name>
    <message>
        <source>Call back</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Keys pressed by the caller: {digits}</source>
        <translation>Keys pressed by the caller: {digits}</translation>
    </message>
    <message>
        <source>Forwarding: keep the line until the agency answers</source>
        <translation>Forwarding: keep the line until the agency answers</translation>
    </message>
    <message>
        <source>No sound from the caller</source>
        <translation>No sound from the caller</translation>
    </message>
    <message>
        <source>This call is NOT being recorded</source>
        <translation>This call is NOT being recorded</translation>
    </message>
    <message>
        <source>The agency did not take the call ({reason})</source>
        <translation>The agency did not take the call ({reason})</translation>
    </message>
    <message>
        <source>Cut by a restart of the telephone program: call back</source>
        <translation>Cut by a restart of the telephone program: call back</translation>
    </message>
    <message>
        <source>Telephone without a SIM card: no call back possible</source>
        <translation>Telephone without a SIM card: no call back possible</translation>
    </message>
    <message>
        <source>Number not certain: {readings}</source>
        <translation>Number not certain: {readings}</translation>
    </message>
    <message>
        <source>Number not certain</source>
        <translation>Number not certain</translation>
    </message>
</context>
<context>
    <name>callers</name>
    <message>
        <source>No number</source>
        <translation>No number</translation>
    </message>
</context>
<context>
    <name>cheat_sheet</name>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>forward</name>
    <message>
        <source>→ Forwarding the caller to {agency} …</source>
        <translation>→ Forwarding the caller to {agency} …</translation>
    </message>
    <message>
        <source>▷ Calling {agency}. The caller waits on hold and is not lost.</source>
        <translation>▷ Calling {agency}. The caller waits on hold and is not lost.</translation>
    </message>
    <message>
        <source>● {agency} is on the line, the caller waits. Ctrl+F11 connects them, Ctrl+Shift+F11 all three talk, F12 ends it.</source>
        <translation>● {agency} is on the line, the caller waits. Ctrl+F11 connects them, Ctrl+Shift+F11 all three talk, F12 ends it.</translation>
    </message>
    <message>
        <source>→ Connecting the caller with {agency} …</source>
        <translation>→ Connecting the caller with {agency} …</translation>
    </message>
    <message>
        <source>◉ All three are talking: caller, {agency} and you. Ctrl+F11: leave the two alone.</source>
        <translation>◉ All three are talking: caller, {agency} and you. Ctrl+F11: leave the two alone.</translation>
    </message>
</context>
<context>
    <name>hazards</name>
    <message>
        <source>dangerous dog</source>
        <translation>dangerous dog</translation>
    </message>
    <message>
        <source>gas, fuel, chemicals</source>
        <translation>gas, fuel, chemicals</translation>
    </message>
    <message>
        <source>weapon, violence</source>
        <translation>weapon, violence</translation>
    </message>
    <message>
        <source>ill or disabled person</source>
        <translation>ill or disabled person</translation>
    </message>
    <message>
        <source>hard to reach</source>
        <translation>hard to reach</translation>
    </message>
    <message>
        <source>prank calls from here</source>
        <translation>prank calls from here</translation>
    </message>
    <message>
        <source>other</source>
        <translation>other</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>No number, so no history: the caller may be anybody.</source>
        <translation>No number, so no history: the caller may be anybody.</translation>
    </message>
    <message>
        <source>Looking the number up…</source>
        <translation>Looking the number up…</translation>
    </message>
    <message>
        <source>Calls again within two minutes: may be in panic.</source>
        <translation>Calls again within two minutes: may be in panic.</translation>
    </message>
    <message>
        <source>First call from this number.</source>
        <translation>First call from this number.</translation>
    </message>
    <message>
        <source>Earlier calls: {count}</source>
        <translation>Earlier calls: {count}</translation>
    </message>
    <message>
        <source>no outcome</source>
        <translation>no outcome</translation>
    </message>
</context>
<context>
    <name>location</name>
    <message>
        <source>+{count} more</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <source>Location cannot be read: ask for the place.</source>
        <translation>Location cannot be read: ask for the place.</translation>
    </message>
    <message>
        <source>Location by reference, cannot be fetched</source>
        <translation>Location by reference, cannot be fetched</translation>
    </message>
    <message>
        <source>The phone found no position ({source}): ask for the place.</source>
        <translation>The phone found no position ({source}): ask for the place.</translation>
    </message>
    <message>
        <source>At {place}</source>
        <translation>At {place}</translation>
    </message>
    <message>
        <source>radius not known</source>
        <translation>radius not known</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>age not known</translation>
    </message>
</context>
<context>
    <name>nearby</name>
    <message>
        <source>▲ {hazard}: {text} ({where}until {day}, {who})</source>
        <translation>▲ {hazard}: {text} ({where}until {day}, {who})</translation>
    </message>
    <message>
        <source>same words of the place</source>
        <translation>same words of the place</translation>
    </message>
    <message>
        <source>{distance} straight line</source>
        <translation>{distance} straight line</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} min ago</translation>
    </message>
    <message>
        <source>Here before: {count} × in 2 years, last {day} {kind}</source>
        <translation>Here before: {count} × in 2 years, last {day} {kind}</translation>
    </message>
    <message>
        <source>Nearest (straight line): {names}</source>
        <translation>Nearest (straight line): {names}</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{kilometres} km</source>
        <translation>{kilometres} km</translation>
    </message>
    <message>
        <source>radius not known</source>
        <translation>radius not known</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>age not known</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{minutes} min old</source>
        <translation>{minutes} min old</translation>
    </message>
    <message>
        <source>{hours} h old</source>
        <translation>{hours} h old</translation>
    </message>
    <message>
        <source>{days} days old</source>
        <translation>{days} days old</translation>
    </message>
    <message>
        <source>from the network</source>
        <translation>from the network</translation>
    </message>
    <message>
        <source>from the phone</source>
        <translation>from the phone</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>coordinates</translation>
    </message>
    <message>
        <source>set on the map</source>
        <translation>set on the map</translation>
    </message>
    <message>
        <source>chosen by name</source>
        <translation>chosen by name</translation>
    </message>
    <message>
        <source>no place known, said so</source>
        <translation>no place known, said so</translation>
    </message>
    <message>
        <source>approximately: {place}</source>
        <translation>approximately: {place}</translation>
    </message>
    <message>
        <source>village not known</source>
        <translation>village not known</translation>
    </message>
    <message>
        <source>{distance} from the border</source>
        <translation>{distance} from the border</translation>
    </message>
    <message>
        <source>▲ Outside the region</source>
        <translation>▲ Outside the region</translation>
    </message>
    <message>
        <source>▲ The words say {named}, the point lies in: {place}</source>
        <translation>▲ The words say {named}, the point lies in: {place}</translation>
    </message>
    <message>
        <source>○ no point or village yet</source>
        <translation>○ no point or village yet</translation>
    </message>
    <message>
        <source>no point, village only</source>
        <translation>no point, village only</translation>
    </message>
    <message>
        <source>▲ The point belongs to “{words}”</source>
        <translation>▲ The point belongs to “{words}”</translation>
    </message>
    <message>
        <source>▽ Also: {place}</source>
        <translation>▽ Also: {place}</translation>
    </message>
    <message>
        <source>street</source>
        <translation>street</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>landmark</translation>
    </message>
    <message>
        <source>fire station</source>
        <translation>fire station</translation>
    </message>
    <message>
        <source>police</source>
        <translation>police</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>hospital</translation>
    </message>
    <message>
        <source>clinic</source>
        <translation>clinic</translation>
    </message>
    <message>
        <source>ambulance</source>
        <translation>ambulance</translation>
    </message>
    <message>
        <source>disaster post</source>
        <translation>disaster post</translation>
    </message>
    <message>
        <source>post</source>
        <translation>post</translation>
    </message>
    <message>
        <source>north</source>
        <translation>north</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>east</source>
        <translation>east</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>south</source>
        <translation>south</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>west</source>
        <translation>west</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>north-west</translation>
    </message>
    <message>
        <source>{distance} {direction} of {place}</source>
        <translation>{distance} {direction} of {place}</translation>
    </message>
    <message>
        <source>the middle of the region</source>
        <translation>the middle of the region</translation>
    </message>
    <message>
        <source>outside the region</source>
        <translation>outside the region</translation>
    </message>
    <message>
        <source>✓ Keep the point of “{words}”</source>
        <translation>✓ Keep the point of “{words}”</translation>
    </message>
    <message>
        <source>▲ Meant with a minus (south)?</source>
        <translation>▲ Meant with a minus (south)?</translation>
    </message>
    <message>
        <source>▲ As written, without a minus: north of the equator?</source>
        <translation>▲ As written, without a minus: north of the equator?</translation>
    </message>
    <message>
        <source>▲ North of the equator? No minus was written</source>
        <translation>▲ North of the equator? No minus was written</translation>
    </message>
    <message>
        <source>▲ Longitude stood first; exchanged. Right?</source>
        <translation>▲ Longitude stood first; exchanged. Right?</translation>
    </message>
    <message>
        <source>▲ The middle of somebody's map, not a pin. Right?</source>
        <translation>▲ The middle of somebody's map, not a pin. Right?</translation>
    </message>
    <message>
        <source>▲ Few digits: only roughly here. Right?</source>
        <translation>▲ Few digits: only roughly here. Right?</translation>
    </message>
    <message>
        <source>▲ Short code: taken as the one nearest to us. Right?</source>
        <translation>▲ Short code: taken as the one nearest to us. Right?</translation>
    </message>
    <message>
        <source>▲ Several positions were written. This one?</source>
        <translation>▲ Several positions were written. This one?</translation>
    </message>
    <message>
        <source>▲ In no known village. Right?</source>
        <translation>▲ In no known village. Right?</translation>
    </message>
    <message>
        <source>▲ Far from here. Right?</source>
        <translation>▲ Far from here. Right?</translation>
    </message>
    <message>
        <source>△ A short link cannot be opened here. Ask for coordinates.</source>
        <translation>△ A short link cannot be opened here. Ask for coordinates.</translation>
    </message>
    <message>
        <source>△ This link holds no coordinates. Ask for them.</source>
        <translation>△ This link holds no coordinates. Ask for them.</translation>
    </message>
    <message>
        <source>△ Only half of a position: a second number is missing.</source>
        <translation>△ Only half of a position: a second number is missing.</translation>
    </message>
    <message>
        <source>△ This position can be read in two ways. Ask again.</source>
        <translation>△ This position can be read in two ways. Ask again.</translation>
    </message>
    <message>
        <source>△ There are no such coordinates. Read them again.</source>
        <translation>△ There are no such coordinates. Read them again.</translation>
    </message>
    <message>
        <source>△ Outside Indonesia. Read the coordinates again.</source>
        <translation>△ Outside Indonesia. Read the coordinates again.</translation>
    </message>
    <message>
        <source>△ 0, 0: the phone has no position yet. Ask for the place.</source>
        <translation>△ 0, 0: the phone has no position yet. Ask for the place.</translation>
    </message>
    <message>
        <source>△ Short plus code: ask for the town, or for the whole code.</source>
        <translation>△ Short plus code: ask for the town, or for the whole code.</translation>
    </message>
    <message>
        <source>△ Another system. Ask for latitude and longitude.</source>
        <translation>△ Another system. Ask for latitude and longitude.</translation>
    </message>
    <message>
        <source>△ This text is too long for a place.</source>
        <translation>△ This text is too long for a place.</translation>
    </message>
    <message>
        <source>△ The phone sent no position. Ask for the place.</source>
        <translation>△ The phone sent no position. Ask for the place.</translation>
    </message>
    <message>
        <source>△ Position not readable ({reason}). Ask for the place.</source>
        <translation>△ Position not readable ({reason}). Ask for the place.</translation>
    </message>
    <message>
        <source>▲ Check before taking: ↓ and Enter</source>
        <translation>▲ Check before taking: ↓ and Enter</translation>
    </message>
    <message>
        <source>▲ {count} places of this name: choose the kecamatan</source>
        <translation>▲ {count} places of this name: choose the kecamatan</translation>
    </message>
    <message>
        <source>▲ {count} places look alike: ask what is near</source>
        <translation>▲ {count} places look alike: ask what is near</translation>
    </message>
    <message>
        <source>Places by name are being prepared: {percent} %</source>
        <translation>Places by name are being prepared: {percent} %</translation>
    </message>
    <message>
        <source>✕ Drop the point of “{words}”</source>
        <translation>✕ Drop the point of “{words}”</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Caller</translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>P1</source>
        <translation>P1</translation>
    </message>
    <message>
        <source>P2</source>
        <translation>P2</translation>
    </message>
    <message>
        <source>P3</source>
        <translation>P3</translation>
    </message>
    <message>
        <source>P4</source>
        <translation>P4</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>ringing</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>calling</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>talking</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>on hold</translation>
    </message>
    <message>
        <source>conference</source>
        <translation>conference</translation>
    </message>
    <message>
        <source>forwarding</source>
        <translation>forwarding</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cut</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>acknowledged</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>en route</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>on scene</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>handled</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation>obstructed</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>out of service</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>no priority</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>point</source>
        <translation>point</translation>
    </message>
    <message>
        <source>the caller confirmed the place</source>
        <translation>the caller confirmed the place</translation>
    </message>
    <message>
        <source>the place is no longer confirmed</source>
        <translation>the place is no longer confirmed</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>typed</translation>
    </message>
    <message>
        <source>place settled: {source}</source>
        <translation>place settled: {source}</translation>
    </message>
    <message>
        <source>answered: {answers}</source>
        <translation>answered: {answers}</translation>
    </message>
    <message>
        <source>answer taken back: {answers}</source>
        <translation>answer taken back: {answers}</translation>
    </message>
    <message>
        <source>report</source>
        <translation>report</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>why this priority</source>
        <translation>why this priority</translation>
    </message>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>landmark</translation>
    </message>
    <message>
        <source>reporter</source>
        <translation>reporter</translation>
    </message>
    <message>
        <source>number</source>
        <translation>number</translation>
    </message>
    <message>
        <source>victims</source>
        <translation>victims</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>trapped</translation>
    </message>
    <message>
        <source>narrative</source>
        <translation>narrative</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>note: {text}</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>opened again</translation>
    </message>
    <message>
        <source>the call came in</source>
        <translation>the call came in</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>the call belongs to this incident</source>
        <translation>the call belongs to this incident</translation>
    </message>
    <message>
        <source>outcome taken back</source>
        <translation>outcome taken back</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>forwarded</translation>
    </message>
    <message>
        <source>forwarding failed</source>
        <translation>forwarding failed</translation>
    </message>
    <message>
        <source>talking as three</source>
        <translation>talking as three</translation>
    </message>
    <message>
        <source>the phone sent a place</source>
        <translation>the phone sent a place</translation>
    </message>
    <message>
        <source>incident {number}: {what}</source>
        <translation>incident {number}: {what}</translation>
    </message>
    <message>
        <source>outcome: {name}</source>
        <translation>outcome: {name}</translation>
    </message>
    <message>
        <source>forwarding to {agency}</source>
        <translation>forwarding to {agency}</translation>
    </message>
    <message>
        <source>sent by message</source>
        <translation>sent by message</translation>
    </message>
    <message>
        <source>told by telephone</source>
        <translation>told by telephone</translation>
    </message>
    <message>
        <source>the caller was forwarded</source>
        <translation>the caller was forwarded</translation>
    </message>
    <message>
        <source>spoke with the caller as three</source>
        <translation>spoke with the caller as three</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>system</source>
        <translation>system</translation>
    </message>
    <message>
        <source>closed, the reporter was told</source>
        <translation>closed, the reporter was told</translation>
    </message>
    <message>
        <source>closed, the reporter could not be reached</source>
        <translation>closed, the reporter could not be reached</translation>
    </message>
    <message>
        <source>closed, the reporter is anonymous</source>
        <translation>closed, the reporter is anonymous</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>the caller hung up</source>
        <translation>the caller hung up</translation>
    </message>
    <message>
        <source>hung up by the desk</source>
        <translation>hung up by the desk</translation>
    </message>
    <message>
        <source>cut off, the telephone stopped</source>
        <translation>cut off, the telephone stopped</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>the call ended</source>
        <translation>the call ended</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>The telephone program does not answer.</source>
        <translation>The telephone program does not answer.</translation>
    </message>
    <message>
        <source>It is being started again. If this lasts longer than 10 seconds, use the spare telephone.</source>
        <translation>It is being started again. If this lasts longer than 10 seconds, use the spare telephone.</translation>
    </message>
    <message>
        <source>The telephone program was restarted.</source>
        <translation>The telephone program was restarted.</translation>
    </message>
    <message>
        <source>A call that was cut stands in the list of missed calls: call back.</source>
        <translation>A call that was cut stands in the list of missed calls: call back.</translation>
    </message>
    <message>
        <source>All lines are in use.</source>
        <translation>All lines are in use.</translation>
    </message>
    <message>
        <source>Close a call first.</source>
        <translation>Close a call first.</translation>
    </message>
    <message>
        <source>That call has ended already.</source>
        <translation>That call has ended already.</translation>
    </message>
    <message>
        <source>The call is not ready for that yet.</source>
        <translation>The call is not ready for that yet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Try again in a moment.</translation>
    </message>
    <message>
        <source>That number cannot be called.</source>
        <translation>That number cannot be called.</translation>
    </message>
    <message>
        <source>Check the number in the directory of agencies.</source>
        <translation>Check the number in the directory of agencies.</translation>
    </message>
    <message>
        <source>The agency did not take the call.</source>
        <translation>The agency did not take the call.</translation>
    </message>
    <message>
        <source>The caller is still with you.</source>
        <translation>The caller is still with you.</translation>
    </message>
    <message>
        <source>The telephone exchange does not answer: no call can come in.</source>
        <translation>The telephone exchange does not answer: no call can come in.</translation>
    </message>
    <message>
        <source>Tell the technician; use the spare telephone.</source>
        <translation>Tell the technician; use the spare telephone.</translation>
    </message>
    <message>
        <source>The telephone exchange refuses this seat's password: no call can come in.</source>
        <translation>The telephone exchange refuses this seat's password: no call can come in.</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>Tell the administrator.</translation>
    </message>
    <message>
        <source>The disk is full: new facts are kept in memory only.</source>
        <translation>The disk is full: new facts are kept in memory only.</translation>
    </message>
    <message>
        <source>Go on working, do not switch off, call the administrator now.</source>
        <translation>Go on working, do not switch off, call the administrator now.</translation>
    </message>
    <message>
        <source>The log cannot be written: new facts are kept in memory only.</source>
        <translation>The log cannot be written: new facts are kept in memory only.</translation>
    </message>
    <message>
        <source>The log refused this entry; it is not saved.</source>
        <translation>The log refused this entry; it is not saved.</translation>
    </message>
    <message>
        <source>Write it down and tell the administrator.</source>
        <translation>Write it down and tell the administrator.</translation>
    </message>
    <message>
        <source>The conversation is not being recorded.</source>
        <translation>The conversation is not being recorded.</translation>
    </message>
    <message>
        <source>Go on with the call; tell the administrator.</source>
        <translation>Go on with the call; tell the administrator.</translation>
    </message>
    <message>
        <source>No sound device: callers cannot be heard.</source>
        <translation>No sound device: callers cannot be heard.</translation>
    </message>
    <message>
        <source>Plug the headset in.</source>
        <translation>Plug the headset in.</translation>
    </message>
    <message>
        <source>No loudspeaker: ringing cannot be heard.</source>
        <translation>No loudspeaker: ringing cannot be heard.</translation>
    </message>
    <message>
        <source>Watch the queue, switch the loudspeaker on.</source>
        <translation>Watch the queue, switch the loudspeaker on.</translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation>The log could not be read.</translation>
    </message>
    <message>
        <source>What is on the screen may be old; try again.</source>
        <translation>What is on the screen may be old; try again.</translation>
    </message>
    <message>
        <source>The telephone program did not understand the desk.</source>
        <translation>The telephone program did not understand the desk.</translation>
    </message>
    <message>
        <source>Tell the administrator that the programs have different versions.</source>
        <translation>Tell the administrator that the programs have different versions.</translation>
    </message>
    <message>
        <source>Something went wrong that the program does not know.</source>
        <translation>Something went wrong that the program does not know.</translation>
    </message>
    <message>
        <source>It is in the log of the program; tell the administrator.</source>
        <translation>It is in the log of the program; tell the administrator.</translation>
    </message>
</context>
</TS>
