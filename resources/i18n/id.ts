<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the caller, call an agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect caller and agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk as three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the outcome back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished">Kejadian baru</translation>
    </message>
    <message>
        <source>Send to the agencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save without sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the call to the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet for the agency (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority 1: life in danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority 2: urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority 3: today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority 4: can be scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send units or agencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency: next state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished">Semua</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished">Unit</translation>
    </message>
    <message>
        <source>Questions and advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished">Penugasan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day or night colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer times</source>
        <translation>Waktu jawab</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>Tidak ada panggilan pada hari-hari ini</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Dijawab</translation>
    </message>
    <message>
        <source>Answer times, {first} to {last}</source>
        <translation>Waktu jawab, {first} s.d. {last}</translation>
    </message>
    <message>
        <source>{percent} %: {time}</source>
        <translation>{percent} %: {time}</translation>
    </message>
    <message>
        <source>{percent} % of answered calls within {time}</source>
        <translation>{percent} % panggilan yang dijawab dalam {time}</translation>
    </message>
    <message>
        <source>this centre</source>
        <translation>pusat ini</translation>
    </message>
    <message>
        <source>Within {seconds} s · {source}: {goal}</source>
        <translation>Dalam {seconds} detik · {source}: {goal}</translation>
    </message>
    <message>
        <source>Within {seconds} s is not counted</source>
        <translation>Dalam {seconds} detik tidak dihitung</translation>
    </message>
    <message>
        <source>{part} of {answered} answered</source>
        <translation>{part} dari {answered} yang dijawab</translation>
    </message>
    <message>
        <source>Within {seconds} s: {rang} = {share}; {answered}. Goal {goal} ({source}): {result}</source>
        <translation>Dalam {seconds} detik: {rang} = {share}; {answered}. Sasaran {goal} ({source}): {result}</translation>
    </message>
    <message>
        <source>met</source>
        <translation>tercapai</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>belum tercapai</translation>
    </message>
</context>
<context>
    <name>BoardController</name>
    <message>
        <source>The board cannot be read: {problem}</source>
        <translation>Papan tidak terbaca: {problem}</translation>
    </message>
</context>
<context>
    <name>BoardKeys</name>
    <message>
        <source>Choose an incident first (F3).</source>
        <translation>Pilih kejadian dulu (F3).</translation>
    </message>
    <message>
        <source>Note for incident {number}</source>
        <translation>Catatan untuk kejadian {number}</translation>
    </message>
    <message>
        <source>Open incident {number} again: why?</source>
        <translation>Buka kembali kejadian {number}: mengapa?</translation>
    </message>
    <message>
        <source>Close incident {number}: was the reporter told?</source>
        <translation>Tutup kejadian {number}: pelapor sudah dikabari?</translation>
    </message>
    <message>
        <source>yes, told</source>
        <translation>ya, sudah</translation>
    </message>
    <message>
        <source>could not be reached (3 times)</source>
        <translation>tidak bisa dihubungi (3 kali)</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonim</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>Call in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished">Tidak ada panggilan</translation>
    </message>
    <message>
        <source>Sure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? shows the commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandDesk</name>
    <message>
        <source>Your role may not do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk cannot do that yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>{word} may be: {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open incident {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which incident?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit or agency {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter has been told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reporter is anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command; ? shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or resume the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward to whom? 119, 113, 110 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agency {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward the call to {agency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which outcome? {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcome {word}: {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome of the call: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One priority, !1 to !4: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident, P{priority}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which units or agencies? PMK-03, damkar …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {who} to incident {incident}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of which unit or agency?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which state? {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such state: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? The reporter will be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, incident {incident}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be noted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on incident {incident}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the reporter told? {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such answer: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close incident {incident}: {informed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys and commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>▲ {field}: which one holds?</source>
        <translation>▲ {field}: yang mana yang benar?</translation>
    </message>
    <message>
        <source>{value} — {actor}, {time}</source>
        <translation>{value} — {actor}, {time}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(kosong)</translation>
    </message>
</context>
<context>
    <name>DaysPanel</name>
    <message>
        <source>Days</source>
        <translation>Per hari</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>Tidak ada panggilan pada hari-hari ini</translation>
    </message>
    <message>
        <source>Calls by day, {first} to {last}</source>
        <translation>Panggilan per hari, {first} s.d. {last}</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Nyata</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Senyap</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lain</translation>
    </message>
    <message>
        <source>{day}: {calls} calls rang, {real} real, {pranks} pranks, {ghosts} silent, {other} other; {abandoned} abandoned; {refused} refused besides</source>
        <translation>{day}: {calls} panggilan berdering, {real} nyata, {pranks} iseng, {ghosts} senyap, {other} lain; {abandoned} ditutup penelepon; di luar itu {refused} ditolak</translation>
    </message>
</context>
<context>
    <name>DispatchController</name>
    <message>
        <source>Incident {number} was sent to them already.</source>
        <translation>Kejadian {number} sudah dikirim kepada mereka.</translation>
    </message>
    <message>
        <source>{who}: incident {number} sent.</source>
        <translation>{who}: kejadian {number} terkirim.</translation>
    </message>
    <message>
        <source>This agency&apos;s report is not at that point.</source>
        <translation>Laporan instansi ini belum sampai di tahap itu.</translation>
    </message>
    <message>
        <source>A reason is needed: the reporter will ask for it.</source>
        <translation>Alasan wajib diisi: pelapor akan menanyakannya.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Tidak tersimpan: {problem}</translation>
    </message>
</context>
<context>
    <name>DispatchPanel</name>
    <message>
        <source>Dispatch</source>
        <translation>Penugasan</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Add an agency</source>
        <translation>Tambah instansi</translation>
    </message>
    <message>
        <source>Add: 119, damkar, pln …</source>
        <translation>Tambah: 119, damkar, pln …</translation>
    </message>
    <message>
        <source>Message for the agencies</source>
        <translation>Pesan untuk instansi</translation>
    </message>
    <message>
        <source>Space ticks · 1 acknowledged 2 en route 3 on scene 4 handled 5 refused 6 obstructed 0 cancelled</source>
        <translation>Spasi memilih · 1 diterima 2 berangkat 3 tiba 4 selesai 5 ditolak 6 terkendala 0 batal</translation>
    </message>
    <message>
        <source>Units to send: {units}</source>
        <translation>Unit yang dikirim: {units}</translation>
    </message>
    <message>
        <source>No agency has anything left to report.</source>
        <translation>Tidak ada instansi yang masih harus melapor.</translation>
    </message>
    <message>
        <source>Nothing was sent to this agency yet.</source>
        <translation>Belum ada yang dikirim ke instansi ini.</translation>
    </message>
    <message>
        <source>{agency}, {state}: why?</source>
        <translation>{agency}, {state}: mengapa?</translation>
    </message>
    <message>
        <source>Which agency? “{text}” fits none or several.</source>
        <translation>Instansi mana? “{text}” tidak cocok atau cocok dengan beberapa.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
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
        <translation>Berkas</translation>
    </message>
    <message>
        <source>How numbers are written</source>
        <translation>Cara menulis nomor</translation>
    </message>
    <message>
        <source>Masked numbers</source>
        <translation>Nomor disamarkan</translation>
    </message>
    <message>
        <source>Full numbers</source>
        <translation>Nomor lengkap</translation>
    </message>
    <message>
        <source>Why full numbers are needed</source>
        <translation>Mengapa nomor lengkap diperlukan</translation>
    </message>
    <message>
        <source>Why full numbers are needed (is put on record)</source>
        <translation>Mengapa nomor lengkap diperlukan (dicatat)</translation>
    </message>
    <message>
        <source>Make file</source>
        <translation>Buat berkas</translation>
    </message>
    <message>
        <source>Making the file …</source>
        <translation>Berkas sedang dibuat …</translation>
    </message>
    <message>
        <source>✓ Written: {file}</source>
        <translation>✓ Tersimpan: {file}</translation>
    </message>
    <message>
        <source>✕ No file was made: {reason}</source>
        <translation>✕ Berkas tidak dibuat: {reason}</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Berkas apa</translation>
    </message>
    <message>
        <source>Statistics, CSV</source>
        <translation>Statistik, CSV</translation>
    </message>
    <message>
        <source>Statistics, XLSX</source>
        <translation>Statistik, XLSX</translation>
    </message>
    <message>
        <source>Every call, CSV</source>
        <translation>Semua panggilan, CSV</translation>
    </message>
    <message>
        <source>Every call, XLSX</source>
        <translation>Semua panggilan, XLSX</translation>
    </message>
    <message>
        <source>Hours of the week, PDF page</source>
        <translation>Jam dalam minggu, halaman PDF</translation>
    </message>
    <message>
        <source>Hours of the week, PNG picture</source>
        <translation>Jam dalam minggu, gambar PNG</translation>
    </message>
    <message>
        <source>Days, PDF page</source>
        <translation>Per hari, halaman PDF</translation>
    </message>
    <message>
        <source>Days, PNG picture</source>
        <translation>Per hari, gambar PNG</translation>
    </message>
    <message>
        <source>Every file is put on record with who, when, which days and why.</source>
        <translation>Setiap berkas dicatat: siapa, kapan, hari apa saja, dan mengapa.</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>Kemajuan pembuatan berkas</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Write why full numbers are needed.</source>
        <translation>Tulis mengapa nomor lengkap diperlukan.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The program made a mistake; calls go on. If something looks wrong, press the key again. It is in the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormController</name>
    <message>
        <source>This incident is closed. Open it again first.</source>
        <translation>Kejadian ini sudah ditutup. Buka kembali dulu.</translation>
    </message>
    <message>
        <source>A saved draft could not be read; the call itself is complete.</source>
        <translation>Satu draf tersimpan tidak terbaca; data panggilannya lengkap.</translation>
    </message>
    <message>
        <source>What you type is not on disk for the moment: {problem}</source>
        <translation>Ketikan Anda untuk sementara belum tersimpan: {problem}</translation>
    </message>
</context>
<context>
    <name>FormEdits</name>
    <message>
        <source>Changes are not saved yet: {problem}</source>
        <translation>Perubahan belum tersimpan: {problem}</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Type of incident</source>
        <translation>Jenis kejadian</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>Belum ada lokasi</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>&amp;Prioritas</translation>
    </message>
    <message>
        <source>Why this priority?</source>
        <translation>Mengapa prioritas ini?</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Mengapa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>&amp;Lokasi</translation>
    </message>
    <message>
        <source>Land&amp;mark</source>
        <translation>Pa&amp;tokan</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Patokan</translation>
    </message>
    <message>
        <source>Rep&amp;orter</source>
        <translation>Pelap&amp;or</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>&amp;Nomor</translation>
    </message>
    <message>
        <source>Call-back number</source>
        <translation>Nomor yang bisa dihubungi</translation>
    </message>
    <message>
        <source>Victim&amp;s</source>
        <translation>&amp;Korban</translation>
    </message>
    <message>
        <source>Victims</source>
        <translation>Korban</translation>
    </message>
    <message>
        <source>Trapp&amp;ed</source>
        <translation>T&amp;erjebak</translation>
    </message>
    <message>
        <source>Trapped</source>
        <translation>Terjebak</translation>
    </message>
    <message>
        <source>N&amp;arrative</source>
        <translation>&amp;Uraian</translation>
    </message>
    <message>
        <source>Not known yet: street, number, RT/RW, village</source>
        <translation>Belum diketahui: jalan, nomor, RT/RW, kelurahan</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Call form</source>
        <translation>Formulir</translation>
    </message>
    <message>
        <source>What happened, where, who is in danger</source>
        <translation>Apa yang terjadi, di mana, siapa terancam</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Tidak ada panggilan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>Kejadian {number}</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Kejadian baru</translation>
    </message>
</context>
<context>
    <name>ForwardController</name>
    <message>
        <source>Nobody is on the line to forward.</source>
        <translation>Tidak ada penelepon yang bisa dialihkan.</translation>
    </message>
    <message>
        <source>This call is being forwarded already.</source>
        <translation>Panggilan ini sedang dialihkan.</translation>
    </message>
    <message>
        <source>{agency} has no telephone in the directory.</source>
        <translation>{agency} tidak punya nomor telepon di direktori.</translation>
    </message>
    <message>
        <source>No agency is on the line to connect.</source>
        <translation>Belum ada instansi di saluran untuk disambungkan.</translation>
    </message>
    <message>
        <source>{agency} was not reached: {problem} THE CALLER IS STILL HERE – F8 to talk, F11 to try again.</source>
        <translation>{agency} tidak tersambung: {problem} PENELEPON MASIH DI SINI – F8 untuk bicara, F11 untuk mencoba lagi.</translation>
    </message>
    <message>
        <source>{agency} has the caller.</source>
        <translation>Penelepon sudah bersama {agency}.</translation>
    </message>
    <message>
        <source>All three are talking: caller, {agency} and you.</source>
        <translation>Bertiga bicara: penelepon, {agency}, dan Anda.</translation>
    </message>
    <message>
        <source>The caller is gone while {agency} was being reached.</source>
        <translation>Penelepon menutup telepon saat {agency} dihubungi.</translation>
    </message>
    <message>
        <source>{agency} is on the line, the caller waits on hold.</source>
        <translation>{agency} sudah di saluran, penelepon menunggu.</translation>
    </message>
    <message>
        <source>The call to {agency} was given up. THE CALLER IS STILL HERE – F8 to talk.</source>
        <translation>Panggilan ke {agency} dibatalkan. PENELEPON MASIH DI SINI – F8 untuk bicara.</translation>
    </message>
    <message>
        <source>{agency} is off the line. THE CALLER IS STILL HERE – F8 to talk.</source>
        <translation>{agency} sudah menutup telepon. PENELEPON MASIH DI SINI – F8 untuk bicara.</translation>
    </message>
</context>
<context>
    <name>ForwardStrip</name>
    <message>
        <source>Forward the caller to</source>
        <translation>Alihkan penelepon ke</translation>
    </message>
    <message>
        <source>Enter: forward and let go · Ctrl+Enter or K: keep the caller, call first · Esc</source>
        <translation>Enter: alihkan dan lepas · Ctrl+Enter atau K: penelepon ditahan, hubungi dulu · Esc</translation>
    </message>
    <message>
        <source>no agency fits</source>
        <translation>tidak ada instansi yang cocok</translation>
    </message>
    <message>
        <source>▶ {agency}, {name}</source>
        <translation>▶ {agency}, {name}</translation>
    </message>
</context>
<context>
    <name>HealthController</name>
    <message>
        <source>Connecting to the telephone program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone: away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP {good}/{all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO SOUND DEVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO RING TONE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log: {count} not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT RECORDING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: {free} MB left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No caller.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the week</source>
        <translation>Jam dalam minggu</translation>
    </message>
    <message>
        <source>What the hours count</source>
        <translation>Yang dihitung per jam</translation>
    </message>
    <message>
        <source>Pranks and silent calls</source>
        <translation>Iseng dan senyap</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Silent calls</source>
        <translation>Senyap</translation>
    </message>
    <message>
        <source>All calls that rang</source>
        <translation>Semua yang berdering</translation>
    </message>
    <message>
        <source>No calls in these days</source>
        <translation>Tidak ada panggilan pada hari-hari ini</translation>
    </message>
    <message>
        <source>{measure} by hour of the week, {first} to {last}</source>
        <translation>{measure} menurut jam dalam minggu, {first} s.d. {last}</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>{day} {from_hour}–{to_hour}: {pranks} pranks and {ghosts} silent calls among {calls} calls that rang</source>
        <translation>{day} {from_hour}–{to_hour}: {pranks} iseng dan {ghosts} senyap dari {calls} panggilan yang berdering</translation>
    </message>
</context>
<context>
    <name>IncidentController</name>
    <message>
        <source>Every ticked agency has incident {number} already.</source>
        <translation>Semua instansi terpilih sudah menerima kejadian {number}.</translation>
    </message>
    <message>
        <source>Nobody to send to: tick an agency in the dispatch panel.</source>
        <translation>Belum ada tujuan: pilih instansi di panel penugasan.</translation>
    </message>
    <message>
        <source>Incident {number} sent to {agencies}.</source>
        <translation>Kejadian {number} dikirim ke {agencies}.</translation>
    </message>
    <message>
        <source>Incident {number} is saved.</source>
        <translation>Kejadian {number} tersimpan.</translation>
    </message>
    <message>
        <source>Incident {number} is saved, sent to nobody yet.</source>
        <translation>Kejadian {number} tersimpan, belum dikirim ke siapa pun.</translation>
    </message>
    <message>
        <source>Incident {number}: the call to {agencies} is on record.</source>
        <translation>Kejadian {number}: panggilan ke {agencies} tercatat.</translation>
    </message>
    <message>
        <source>There is no call to link.</source>
        <translation>Tidak ada panggilan untuk ditautkan.</translation>
    </message>
    <message>
        <source>This call belongs to incident {number}.</source>
        <translation>Panggilan ini milik kejadian {number}.</translation>
    </message>
    <message>
        <source>The call is linked to incident {number}.</source>
        <translation>Panggilan ditautkan ke kejadian {number}.</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Catatan tersimpan.</translation>
    </message>
    <message>
        <source>Incident {number} is closed.</source>
        <translation>Kejadian {number} ditutup.</translation>
    </message>
    <message>
        <source>Incident {number} is open again.</source>
        <translation>Kejadian {number} dibuka kembali.</translation>
    </message>
    <message>
        <source>There is no call and no incident on the screen.</source>
        <translation>Tidak ada panggilan atau kejadian di layar.</translation>
    </message>
    <message>
        <source>Still sending …</source>
        <translation>Masih mengirim …</translation>
    </message>
    <message>
        <source>Incident {number} is closed. Open it again first.</source>
        <translation>Kejadian {number} sudah ditutup. Buka kembali dulu.</translation>
    </message>
    <message>
        <source>Not sent: what kind of incident is it?</source>
        <translation>Belum dikirim: apa jenis kejadiannya?</translation>
    </message>
    <message>
        <source>Not sent: where is it? Type a place, or press Alt+0 for “no location yet”.</source>
        <translation>Belum dikirim: di mana lokasinya? Ketik lokasi, atau Alt+0 bila belum diketahui.</translation>
    </message>
    <message>
        <source>Not sent: how urgent is it? Alt+1 to Alt+4.</source>
        <translation>Belum dikirim: seberapa mendesak? Alt+1 sampai Alt+4.</translation>
    </message>
    <message>
        <source>Not sent: why this priority? A few words.</source>
        <translation>Belum dikirim: mengapa prioritas ini? Beberapa kata saja.</translation>
    </message>
    <message>
        <source>NOT SENT: {problem} Press Ctrl+Enter again.</source>
        <translation>TIDAK TERKIRIM: {problem} Tekan Ctrl+Enter lagi.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Tidak tersimpan: {problem}</translation>
    </message>
</context>
<context>
    <name>IncidentRoom</name>
    <message>
        <source>Nobody is on the line to forward.</source>
        <translation>Tidak ada penelepon yang bisa dialihkan.</translation>
    </message>
    <message>
        <source>Message copied.</source>
        <translation>Pesan disalin.</translation>
    </message>
    <message>
        <source>Which agency? “{text}” fits none or several.</source>
        <translation>Instansi mana? “{text}” tidak cocok atau cocok dengan beberapa.</translation>
    </message>
    <message>
        <source>Which agency? A digit or 119, fire …</source>
        <translation>Instansi mana? Satu angka, atau 119, damkar …</translation>
    </message>
</context>
<context>
    <name>IncidentVerbs</name>
    <message>
        <source>This agency does not have the incident.</source>
        <translation>Instansi ini tidak menerima kejadian tersebut.</translation>
    </message>
    <message>
        <source>No open incident {number}.</source>
        <translation>Tidak ada kejadian terbuka {number}.</translation>
    </message>
</context>
<context>
    <name>IncidentsModel</name>
    <message>
        <source>type not known</source>
        <translation>jenis belum jelas</translation>
    </message>
    <message>
        <source>▲ two values · {name}</source>
        <translation>▲ dua isian · {name}</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>belum ada lokasi</translation>
    </message>
    <message>
        <source>Prio</source>
        <translation>Prio</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Apa dan di mana</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>{age} · △ {late} late</source>
        <translation>{age} · △ {late} telat</translation>
    </message>
</context>
<context>
    <name>IncidentsPanel</name>
    <message>
        <source>Open incidents</source>
        <translation>Kejadian terbuka</translation>
    </message>
    <message>
        <source>Enter opens · L links the call · C note · X closes</source>
        <translation>Enter buka · L tautkan · C catatan · X tutup</translation>
    </message>
    <message>
        <source>as of {seconds} s ago</source>
        <translation>data {seconds} dtk lalu</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet was not saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocationLine</name>
    <message>
        <source>Raw text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw text of the location</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished">Penyelia</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Real calls before: {real}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({today} today), silent: {ghosts}, but REAL calls too: {real}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({today} today), silent: {ghosts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissedPanel</name>
    <message>
        <source>Missed, not yet called back</source>
        <translation>Tak terjawab, belum ditelepon balik</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>Berdering</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>No number: cannot be called back</source>
        <translation>Tanpa nomor: tidak dapat ditelepon balik</translation>
    </message>
    <message>
        <source>Rang for</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>Panggilan tak terjawab</translation>
    </message>
    <message>
        <source>✓ Nobody waits for a call back.</source>
        <translation>✓ Tidak ada yang menunggu telepon balik.</translation>
    </message>
    <message>
        <source>▲ {waiting} wait for a call back, of {abandoned} abandoned and {refused} refused calls</source>
        <translation>▲ {waiting} menunggu telepon balik, dari {abandoned} yang ditutup penelepon dan {refused} yang ditolak</translation>
    </message>
    <message>
        <source>lines busy</source>
        <translation>saluran sibuk</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>Numbers with pranks or silent calls</source>
        <translation>Nomor dengan iseng atau senyap</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Tanpa nomor</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Pranks</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Senyap</translation>
    </message>
    <message>
        <source>REAL calls</source>
        <translation>NYATA</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Terakhir</translation>
    </message>
    <message>
        <source>No number with pranks or silent calls in these days</source>
        <translation>Tidak ada nomor dengan iseng atau senyap pada hari-hari ini</translation>
    </message>
    <message>
        <source>▲ {count} of the prank numbers also called in earnest: {numbers}</source>
        <translation>▲ {count} nomor iseng juga pernah melapor sungguhan: {numbers}</translation>
    </message>
    <message>
        <source>no real call in these days</source>
        <translation>tidak ada panggilan nyata pada hari-hari ini</translation>
    </message>
    <message>
        <source>{count} real calls in these days: this number also calls in earnest</source>
        <translation>{count} panggilan nyata pada hari-hari ini: nomor ini juga melapor sungguhan</translation>
    </message>
</context>
<context>
    <name>OriginBadge</name>
    <message>
        <source>▲ two values</source>
        <translation>▲ dua isian</translation>
    </message>
    <message>
        <source>◇ suggested</source>
        <translation>◇ usulan</translation>
    </message>
    <message>
        <source>▽ from the call</source>
        <translation>▽ dari telepon</translation>
    </message>
</context>
<context>
    <name>OutcomeController</name>
    <message>
        <source>{caller}: {outcome}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no outcome to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: the call with {caller} has no outcome.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeKeys</name>
    <message>
        <source>An outcome needs an answered call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was the call of {caller}? (Esc leaves)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the outcome of {caller} changed? (Enter saves, Esc leaves)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Outcome of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>Belum ada data</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca ulang</translation>
    </message>
    <message>
        <source>Data as of {time}</source>
        <translation>Data per {time}</translation>
    </message>
    <message>
        <source>The last day must not lie before the first; {days} days at most</source>
        <translation>Hari terakhir tidak boleh sebelum hari pertama; paling lama {days} hari</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 hari</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Hari lain</translation>
    </message>
</context>
<context>
    <name>ProtocolPanel</name>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>konsep</translation>
    </message>
    <message>
        <source>Not yet reviewed by a person of the profession</source>
        <translation>Belum ditinjau tenaga profesi</translation>
    </message>
    <message>
        <source>▲ NOT CONSCIOUS AND NOT BREATHING: guide CPR now, send PSC 119 first.</source>
        <translation>▲ TIDAK SADAR DAN TIDAK BERNAPAS: pandu RJP sekarang, kirim PSC 119 lebih dulu.</translation>
    </message>
    <message>
        <source>Questions and advice come with the type of incident.</source>
        <translation>Pertanyaan dan arahan muncul sesuai jenis kejadian.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>open incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}× real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}× prank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}× silent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Calls</source>
        <translation type="unfinished">Semua</translation>
    </message>
    <message>
        <source>No call is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines {in_use}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferralsModel</name>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>{agency} (lead)</source>
        <translation>{agency} (utama)</translation>
    </message>
    <message>
        <source>will be sent</source>
        <translation>akan dikirim</translation>
    </message>
    <message>
        <source>△ soon late</source>
        <translation>△ hampir telat</translation>
    </message>
    <message>
        <source>▲ LATE</source>
        <translation>▲ TELAT</translation>
    </message>
</context>
<context>
    <name>SheetPrinter</name>
    <message>
        <source>Save or send the incident first: the sheet carries its number.</source>
        <translation>Simpan atau kirim kejadian dulu: lembar memuat nomornya.</translation>
    </message>
    <message>
        <source>Sheet written: {file}</source>
        <translation>Lembar tersimpan: {file}</translation>
    </message>
    <message>
        <source>The sheet could not be made: {problem}</source>
        <translation>Lembar tidak dapat dibuat: {problem}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisorPage</name>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
</context>
<context>
    <name>SupervisorPhrases</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} dtk</translation>
    </message>
    <message>
        <source>{part} of {rang} calls that rang, tests excluded</source>
        <translation>{part} dari {rang} panggilan yang berdering, tanpa uji coba</translation>
    </message>
</context>
<context>
    <name>Telephone</name>
    <message>
        <source>No call is ringing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ringing call is never refused: answer with F9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller is still connected. Press F12 again to hang up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call to hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call to mute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number to call back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Calls that rang</source>
        <translation>Panggilan berdering</translation>
    </message>
    <message>
        <source>Pranks and silent calls</source>
        <translation>Iseng dan senyap</translation>
    </message>
    <message>
        <source>Real calls</source>
        <translation>Panggilan nyata</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>Dijawab tepat waktu</translation>
    </message>
    <message>
        <source>Abandoned while ringing</source>
        <translation>Ditutup penelepon</translation>
    </message>
    <message>
        <source>Refused: all lines busy</source>
        <translation>Ditolak: saluran sibuk</translation>
    </message>
    <message>
        <source>These never rang and are in no other figure</source>
        <translation>Tidak pernah berdering, tidak masuk angka lain</translation>
    </message>
    <message>
        <source>No call rang in these days</source>
        <translation>Tidak ada panggilan berdering pada hari-hari ini</translation>
    </message>
    <message>
        <source>{count} answered, tests excluded</source>
        <translation>{count} dijawab, tanpa uji coba</translation>
    </message>
    <message>
        <source>{share} of the calls that rang</source>
        <translation>{share} dari yang berdering</translation>
    </message>
    <message>
        <source>within {seconds} s is not counted</source>
        <translation>dalam {seconds} detik tidak dihitung</translation>
    </message>
    <message>
        <source>✓ goal {goal} met</source>
        <translation>✓ sasaran {goal} tercapai</translation>
    </message>
    <message>
        <source>✕ goal {goal} not met</source>
        <translation>✕ sasaran {goal} belum tercapai</translation>
    </message>
    <message>
        <source>within {seconds} s: {part} of {rang}. {verdict}</source>
        <translation>dalam {seconds} detik: {part} dari {rang}. {verdict}</translation>
    </message>
    <message>
        <source>{share} of the calls that rang; nobody waits for a call back</source>
        <translation>{share} dari yang berdering; tak ada yang menunggu</translation>
    </message>
    <message>
        <source>{share} of the calls that rang; {count} wait for a call back</source>
        <translation>{share} dari yang berdering; {count} menunggu telepon balik</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
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
        <translation>Pangkalan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tugas</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Units</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>+ picks · 1 ready 2 en route 3 on scene 4 out</source>
        <translation>+ pilih · 1 siap 2 berangkat 3 tiba 4 rusak</translation>
    </message>
</context>
<context>
    <name>call_face</name>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys pressed by the caller: {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarding: keep the line until the agency answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound from the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call is NOT being recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency did not take the call ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut by a restart of the telephone program: call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone without a SIM card: no call back possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number not certain: {readings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number not certain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>callers</name>
    <message>
        <source>No number</source>
        <translation type="unfinished">Tanpa nomor</translation>
    </message>
</context>
<context>
    <name>cheat_sheet</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished">Penugasan</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forward</name>
    <message>
        <source>→ Forwarding the caller to {agency} …</source>
        <translation>→ Mengalihkan penelepon ke {agency} …</translation>
    </message>
    <message>
        <source>▷ Calling {agency}. The caller waits on hold and is not lost.</source>
        <translation>▷ Menghubungi {agency}. Penelepon menunggu dan tidak terputus.</translation>
    </message>
    <message>
        <source>● {agency} is on the line, the caller waits. Ctrl+F11 connects them, Ctrl+Shift+F11 all three talk, F12 ends it.</source>
        <translation>● {agency} di saluran, penelepon menunggu. Ctrl+F11 sambungkan, Ctrl+Shift+F11 bicara bertiga, F12 akhiri.</translation>
    </message>
    <message>
        <source>→ Connecting the caller with {agency} …</source>
        <translation>→ Menyambungkan penelepon dengan {agency} …</translation>
    </message>
    <message>
        <source>◉ All three are talking: caller, {agency} and you.</source>
        <translation>◉ Bertiga bicara: penelepon, {agency}, dan Anda.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>No number, so no history: the caller may be anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking the number up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls again within two minutes: may be in panic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First call from this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier calls: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>location</name>
    <message>
        <source>Location cannot be read: ask for the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller at {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>State</source>
        <translation type="unfinished">Keadaan</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>P1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forwarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no priority</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>The telephone program does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being started again. If this lasts longer than 10 seconds, use the spare telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telephone program was restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call that was cut stands in the list of missed calls: call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lines are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a call first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That call has ended already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is not ready for that yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That number cannot be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number in the directory of agencies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency did not take the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller is still with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telephone exchange does not answer: no call can come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the technician; use the spare telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telephone exchange refuses this seat&apos;s password: no call can come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: new facts are kept in memory only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working, do not switch off, call the administrator now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log cannot be written: new facts are kept in memory only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log refused this entry; it is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down and tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is not being recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the call; tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device: callers cannot be heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the headset in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker: ringing cannot be heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the queue, switch the loudspeaker on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the screen may be old; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telephone program did not understand the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the administrator that the programs have different versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that the program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the log of the program; tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
