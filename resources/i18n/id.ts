<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_GB">
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
</TS>
