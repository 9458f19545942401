<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Answer</source>
        <translation>Jawab</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Tutup telepon</translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation>Tahan atau lanjutkan</translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation>Bisukan atau bunyikan</translation>
    </message>
    <message>
        <source>Forward the call</source>
        <translation>Alihkan panggilan</translation>
    </message>
    <message>
        <source>Keep the caller, call an agency</source>
        <translation>Tahan penelepon, hubungi instansi</translation>
    </message>
    <message>
        <source>Connect caller and agency</source>
        <translation>Sambungkan penelepon ke instansi</translation>
    </message>
    <message>
        <source>Talk as three</source>
        <translation>Bicara bertiga</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Telepon balik</translation>
    </message>
    <message>
        <source>Outcome of the call</source>
        <translation>Hasil panggilan</translation>
    </message>
    <message>
        <source>Take the outcome back</source>
        <translation>Batalkan hasil</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Kejadian baru</translation>
    </message>
    <message>
        <source>Send to the agencies</source>
        <translation>Kirim ke instansi</translation>
    </message>
    <message>
        <source>Save without sending</source>
        <translation>Simpan tanpa mengirim</translation>
    </message>
    <message>
        <source>Link the call to the incident</source>
        <translation>Hubungkan panggilan ke kejadian</translation>
    </message>
    <message>
        <source>Link the call to the second incident offered</source>
        <translation>Hubungkan panggilan ke kejadian kedua yang ditawarkan</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linimasa</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Salin pesan</translation>
    </message>
    <message>
        <source>Sheet for the agency (PDF)</source>
        <translation>Lembar untuk instansi (PDF)</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Tutup kejadian</translation>
    </message>
    <message>
        <source>Priority 1: life in danger</source>
        <translation>Prioritas 1: nyawa terancam</translation>
    </message>
    <message>
        <source>Priority 2: urgent</source>
        <translation>Prioritas 2: mendesak</translation>
    </message>
    <message>
        <source>Priority 3: today</source>
        <translation>Prioritas 3: hari ini</translation>
    </message>
    <message>
        <source>Priority 4: can be scheduled</source>
        <translation>Prioritas 4: terjadwal</translation>
    </message>
    <message>
        <source>No place known yet</source>
        <translation>Belum ada lokasi</translation>
    </message>
    <message>
        <source>Caller confirms the place</source>
        <translation>Penelepon memastikan lokasi</translation>
    </message>
    <message>
        <source>Take the offered place</source>
        <translation>Ambil lokasi yang ditawarkan</translation>
    </message>
    <message>
        <source>Warn of this place</source>
        <translation>Peringatkan tempat ini</translation>
    </message>
    <message>
        <source>A warning is no longer true</source>
        <translation>Peringatan tidak berlaku lagi</translation>
    </message>
    <message>
        <source>Send units or agencies</source>
        <translation>Kirim unit atau instansi</translation>
    </message>
    <message>
        <source>State of a unit</source>
        <translation>Keadaan unit</translation>
    </message>
    <message>
        <source>Agency: next state</source>
        <translation>Instansi: keadaan berikutnya</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Baris perintah</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulir</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Questions and advice</source>
        <translation>Pertanyaan dan arahan</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Penugasan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Supervisor page</source>
        <translation>Halaman penyelia</translation>
    </message>
    <message>
        <source>Day or night colours</source>
        <translation>Warna siang atau malam</translation>
    </message>
    <message>
        <source>Map in its own window</source>
        <translation>Peta di jendela sendiri</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Semua tombol</translation>
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
        <source>Place settled: 50 % {half} · 90 % {most} · {count} calls</source>
        <translation>Lokasi didapat: 50 % {half} · 90 % {most} · {count} panggilan</translation>
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
    <message>
        <source>This was written for a call: open it and press F7 for the outcome.</source>
        <translation>Ini ditulis untuk sebuah panggilan: buka lalu tekan F7 untuk hasilnya.</translation>
    </message>
    <message>
        <source>Throw this report away? It was sent to nobody.</source>
        <translation>Buang laporan ini? Belum dikirim ke siapa pun.</translation>
    </message>
    <message>
        <source>no, keep it</source>
        <translation>tidak, biarkan</translation>
    </message>
    <message>
        <source>yes, throw it away</source>
        <translation>ya, buang</translation>
    </message>
    <message>
        <source>This report has no number yet: open it (Enter), then send or save it.</source>
        <translation>Laporan ini belum bernomor: buka (Enter), lalu kirim atau simpan.</translation>
    </message>
</context>
<context>
    <name>CallBackKeys</name>
    <message>
        <source>This call is not over, or has no number: nobody was called.</source>
        <translation>Panggilan ini belum selesai atau tanpa nomor: tidak ada yang ditelepon.</translation>
    </message>
    <message>
        <source>There is no number to call back.</source>
        <translation>Tidak ada nomor untuk ditelepon balik.</translation>
    </message>
    <message>
        <source>{key} again calls {caller} back. Another of the {count}: {queue_key}, arrows, {key}.</source>
        <translation>{key} sekali lagi: telepon {caller}. Lainnya dari {count}: {queue_key}, panah, {key}.</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>Call in hand</source>
        <translation>Panggilan saat ini</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Tidak ada panggilan</translation>
    </message>
    <message>
        <source>Sure?</source>
        <translation>Yakin?</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Duration of the call</source>
        <translation>Lama panggilan</translation>
    </message>
    <message>
        <source>Number of the caller</source>
        <translation>Nomor penelepon</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawab</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tahan</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Alihkan</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>{state} · recorded</source>
        <translation>{state} · direkam</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bunyikan</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation>Semua tombol</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>A call is open. Close again within 3 s to end the telephone too.</source>
        <translation>Masih ada panggilan. Tutup lagi dalam 3 d untuk mengakhiri telepon juga.</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Command line</source>
        <translation>Baris perintah</translation>
    </message>
    <message>
        <source>? shows the commands</source>
        <translation>? daftar perintah</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>PERINTAH</translation>
    </message>
</context>
<context>
    <name>CommandDesk</name>
    <message>
        <source>Your role may not do that.</source>
        <translation>Peran Anda tidak boleh melakukan itu.</translation>
    </message>
    <message>
        <source>This desk cannot do that yet.</source>
        <translation>Meja ini belum bisa melakukan itu.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>{word} may be: {choices}</source>
        <translation>{word} bisa berarti: {choices}</translation>
    </message>
    <message>
        <source>Too much: {word}</source>
        <translation>Kelebihan: {word}</translation>
    </message>
    <message>
        <source>There is no call</source>
        <translation>Tidak ada panggilan</translation>
    </message>
    <message>
        <source>No open incident {word}</source>
        <translation>Tidak ada kejadian terbuka {word}</translation>
    </message>
    <message>
        <source>Which incident?</source>
        <translation>Kejadian yang mana?</translation>
    </message>
    <message>
        <source>No unit or agency {word}</source>
        <translation>Tidak ada unit atau instansi {word}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>nonaktif</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>berangkat</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di lokasi</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation>terkendala</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>the reporter has been told</source>
        <translation>pelapor sudah dikabari</translation>
    </message>
    <message>
        <source>the reporter could not be reached</source>
        <translation>pelapor tidak bisa dihubungi</translation>
    </message>
    <message>
        <source>the reporter is anonymous</source>
        <translation>pelapor anonim</translation>
    </message>
    <message>
        <source>Type a command; ? shows all</source>
        <translation>Ketik perintah; ? untuk daftarnya</translation>
    </message>
    <message>
        <source>No such command: {word}</source>
        <translation>Perintah tidak dikenal: {word}</translation>
    </message>
    <message>
        <source>Answer the next call</source>
        <translation>Jawab panggilan berikutnya</translation>
    </message>
    <message>
        <source>Hold or resume the call</source>
        <translation>Tahan atau lanjutkan panggilan</translation>
    </message>
    <message>
        <source>Forward to whom? 119, 113, 110 …</source>
        <translation>Alihkan ke mana? 119, 113, 110 …</translation>
    </message>
    <message>
        <source>No agency {word}</source>
        <translation>Tidak ada instansi {word}</translation>
    </message>
    <message>
        <source>Forward the call to {agency}</source>
        <translation>Alihkan panggilan ke {agency}</translation>
    </message>
    <message>
        <source>Which outcome? {choices}</source>
        <translation>Apa hasilnya? {choices}</translation>
    </message>
    <message>
        <source>No outcome {word}: {choices}</source>
        <translation>Tidak ada hasil {word}: {choices}</translation>
    </message>
    <message>
        <source>Outcome of the call: {outcome}</source>
        <translation>Hasil panggilan: {outcome}</translation>
    </message>
    <message>
        <source>One priority, !1 to !4: {word}</source>
        <translation>Satu prioritas, !1 sampai !4: {word}</translation>
    </message>
    <message>
        <source>What happened, and where?</source>
        <translation>Apa yang terjadi, dan di mana?</translation>
    </message>
    <message>
        <source>New incident: {text}</source>
        <translation>Kejadian baru: {text}</translation>
    </message>
    <message>
        <source>New incident, P{priority}: {text}</source>
        <translation>Kejadian baru, P{priority}: {text}</translation>
    </message>
    <message>
        <source>Which units or agencies? PMK-03, damkar …</source>
        <translation>Unit atau instansi mana? PMK-03, damkar …</translation>
    </message>
    <message>
        <source>Send {who} to incident {incident}</source>
        <translation>Kirim {who} ke kejadian {incident}</translation>
    </message>
    <message>
        <source>State of which unit or agency?</source>
        <translation>Keadaan unit atau instansi mana?</translation>
    </message>
    <message>
        <source>Which state? {choices}</source>
        <translation>Keadaan apa? {choices}</translation>
    </message>
    <message>
        <source>No such state: {word}</source>
        <translation>Keadaan tidak dikenal: {word}</translation>
    </message>
    <message>
        <source>{who}: {state}</source>
        <translation>{who}: {state}</translation>
    </message>
    <message>
        <source>Why? The reporter will be told</source>
        <translation>Mengapa? Alasannya disampaikan ke pelapor</translation>
    </message>
    <message>
        <source>{who}, incident {incident}: {state}</source>
        <translation>{who}, kejadian {incident}: {state}</translation>
    </message>
    <message>
        <source>What is to be noted?</source>
        <translation>Apa yang dicatat?</translation>
    </message>
    <message>
        <source>Note on incident {incident}: {text}</source>
        <translation>Catatan untuk kejadian {incident}: {text}</translation>
    </message>
    <message>
        <source>Was the reporter told? {choices}</source>
        <translation>Pelapor sudah dikabari? {choices}</translation>
    </message>
    <message>
        <source>No such answer: {word}</source>
        <translation>Jawaban tidak dikenal: {word}</translation>
    </message>
    <message>
        <source>Close incident {incident}: {informed}</source>
        <translation>Tutup kejadian {incident}: {informed}</translation>
    </message>
    <message>
        <source>Search for what?</source>
        <translation>Cari apa?</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Cari: {text}</translation>
    </message>
    <message>
        <source>Show all keys and commands</source>
        <translation>Tampilkan semua tombol dan perintah</translation>
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
    <name>CutController</name>
    <message>
        <source>The telephone program broke down at {time} and runs again. Cut: {calls}.</source>
        <translation>Program telepon mati pukul {time} dan sudah berjalan lagi. Terputus: {calls}.</translation>
    </message>
    <message>
        <source>No number is known, so nobody can be called back; give an outcome ({key}).</source>
        <translation>Nomornya tidak diketahui, jadi tidak bisa ditelepon balik; beri hasil ({key}).</translation>
    </message>
    <message>
        <source>{key} calls back.</source>
        <translation>{key} menelepon balik.</translation>
    </message>
    <message>
        <source>{key} calls {caller} back, the others are in the queue ({queue_key}).</source>
        <translation>{key} menelepon balik {caller}; yang lain ada di antrean ({queue_key}).</translation>
    </message>
    <message>
        <source>talked {time}</source>
        <translation>bicara {time}</translation>
    </message>
    <message>
        <source>rang {time}</source>
        <translation>berdering {time}</translation>
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
        <translation>Tambah: 119, pln …</translation>
    </message>
    <message>
        <source>Message for the agencies</source>
        <translation>Pesan untuk instansi</translation>
    </message>
    <message>
        <source>Space ticks · 1 acknowledged 2 en route 3 on scene 4 handled 5 refused 6 obstructed 0 cancelled</source>
        <translation>Spasi memilih · 1 diterima 2 berangkat 3 di lokasi 4 selesai 5 ditolak 6 terkendala 0 dibatalkan</translation>
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
        <translation>Program keliru; panggilan tetap jalan. Bila janggal, tekan tombolnya lagi. Tercatat di log.</translation>
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
        <translation>Jalan, no., RT/RW, kelurahan</translation>
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
    <message>
        <source>New incident, no call</source>
        <translation>Kejadian baru, tanpa panggilan</translation>
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
        <translation>PENELEPON MASIH DI SINI – F8 bicara, F11 coba lagi. {agency} tidak tersambung: {problem}</translation>
    </message>
    <message>
        <source>Not connected: {problem} THE CALLER AND {agency} ARE BOTH STILL HERE – {key} to try again.</source>
        <translation>PENELEPON DAN {agency} MASIH DI SINI – {key} mencoba lagi. Tidak tersambung: {problem}</translation>
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
        <translation>Panggilan ke {agency} dibatalkan. PENELEPON MASIH DI SINI – F8 bicara.</translation>
    </message>
    <message>
        <source>{agency} is off the line. THE CALLER IS STILL HERE – F8 to talk.</source>
        <translation>{agency} sudah menutup telepon. PENELEPON MASIH DI SINI – F8 bicara.</translation>
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
        <translation>Enter: alihkan dan lepas · Ctrl+Enter atau K: tahan, hubungi dulu · Esc</translation>
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
    <name>FoundModel</name>
    <message>
        <source>Kind</source>
        <translation>Macam</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>← call out</source>
        <translation>← keluar</translation>
    </message>
    <message>
        <source>→ call in</source>
        <translation>→ masuk</translation>
    </message>
</context>
<context>
    <name>HealthController</name>
    <message>
        <source>Connecting to the telephone program…</source>
        <translation>Menyambung ke program telepon…</translation>
    </message>
    <message>
        <source>Telephone: away</source>
        <translation>Telepon: mati</translation>
    </message>
    <message>
        <source>SIP {good}/{all}</source>
        <translation>SIP {good}/{all}</translation>
    </message>
    <message>
        <source>NO SOUND DEVICE</source>
        <translation>TANPA PERANGKAT SUARA</translation>
    </message>
    <message>
        <source>NO RING TONE</source>
        <translation>TANPA NADA DERING</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Log: {count} not saved</source>
        <translation>Data: {count} belum tersimpan</translation>
    </message>
    <message>
        <source>NOT RECORDING</source>
        <translation>TIDAK MEREKAM</translation>
    </message>
    <message>
        <source>Recording: {free} MB left</source>
        <translation>Rekaman: sisa {free} MB</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Rekaman</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of the number</source>
        <translation>Riwayat nomor</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Panggilan sebelumnya</translation>
    </message>
    <message>
        <source>No caller.</source>
        <translation>Tidak ada penelepon.</translation>
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
        <source>The point of “{words}” was left out.</source>
        <translation>Titik milik “{words}” tidak disertakan.</translation>
    </message>
    <message>
        <source>Incident {number}: the call to {agencies} is on record.</source>
        <translation>Kejadian {number}: panggilan ke {agencies} tercatat.</translation>
    </message>
    <message>
        <source>There is no call to link.</source>
        <translation>Tidak ada panggilan untuk dihubungkan.</translation>
    </message>
    <message>
        <source>This call belongs to incident {number}.</source>
        <translation>Panggilan ini milik kejadian {number}.</translation>
    </message>
    <message>
        <source>The call is linked to incident {number}.</source>
        <translation>Panggilan dihubungkan ke kejadian {number}.</translation>
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
        <source>draft</source>
        <translation>draf</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Apa dan di mana</translation>
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
        <source>Enter opens · X throws away</source>
        <translation>Enter buka · X buang</translation>
    </message>
    <message>
        <source>Enter opens · L links the call · C note · X closes</source>
        <translation>Enter buka · L hubungkan · C catatan · X tutup</translation>
    </message>
    <message>
        <source>as of {seconds} s ago</source>
        <translation>data {seconds} dtk lalu</translation>
    </message>
</context>
<context>
    <name>InfoStrip</name>
    <message>
        <source>Pin here</source>
        <translation>Pin di sini</translation>
    </message>
    <message>
        <source>C caller · N incident · P pin · Esc back to the form</source>
        <translation>C penelepon · N kejadian · P pin · Esc formulir</translation>
    </message>
    <message>
        <source>Arrows move · + − zoom · Home region</source>
        <translation>Panah geser · + − perbesar · Home wilayah</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Tersimpan: {path}</translation>
    </message>
    <message>
        <source>The sheet was not saved: {why}</source>
        <translation>Lembar tidak tersimpan: {why}</translation>
    </message>
</context>
<context>
    <name>LocationController</name>
    <message>
        <source>The call has sent no other place.</source>
        <translation>Panggilan ini tidak mengirim lokasi lain.</translation>
    </message>
    <message>
        <source>The point belongs to other words: keep it, drop it or choose again.</source>
        <translation>Titik ini milik kata lain: tetap pakai, lepas, atau pilih lagi.</translation>
    </message>
    <message>
        <source>These coordinates are not taken yet: ↓ and Enter take them.</source>
        <translation>Koordinat ini belum diambil: tekan ↓ lalu Enter.</translation>
    </message>
    <message>
        <source>There is no place to confirm yet.</source>
        <translation>Belum ada lokasi untuk dipastikan.</translation>
    </message>
</context>
<context>
    <name>LocationLine</name>
    <message>
        <source>Raw text</source>
        <translation>Teks asli</translation>
    </message>
    <message>
        <source>Raw text of the location</source>
        <translation>Teks asli lokasi</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Lebih jauh</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Lebih dekat</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Jendela sendiri</translation>
    </message>
    <message>
        <source>{distance} from the place</source>
        <translation>{distance} dari lokasi</translation>
    </message>
    <message>
        <source>{distance} from the caller</source>
        <translation>{distance} dari penelepon</translation>
    </message>
</context>
<context>
    <name>MapScene</name>
    <message>
        <source>belongs to other words</source>
        <translation>milik kata-kata lain</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>No map of the region was imported. Places and pins work without it.</source>
        <translation>Peta wilayah belum diimpor. Lokasi dan pin tetap bisa dipakai.</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>{distance} straight line</source>
        <translation>{distance} garis lurus</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Damkar</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Polisi</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Rumah sakit</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Puskesmas/klinik</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>Ambulans</translation>
    </message>
    <message>
        <source>Disaster post</source>
        <translation>Pos bencana</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Pos</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>ditawarkan</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ dipastikan</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>belum dipastikan</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>radius unknown</source>
        <translation>radius tidak diketahui</translation>
    </message>
    <message>
        <source>approximately: {place}</source>
        <translation>perkiraan: {place}</translation>
    </message>
    <message>
        <source>▲ Outside the region</source>
        <translation>▲ Luar wilayah</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Real calls: {real}</source>
        <translation>Panggilan nyata: {real}</translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}, but REAL calls too: {real}</source>
        <translation>Iseng: {pranks} ({day} dalam 24 jam), senyap: {ghosts}, tetapi juga panggilan NYATA: {real}</translation>
    </message>
    <message>
        <source>Pranks: {pranks} ({day} in 24 h), silent: {ghosts}</source>
        <translation>Iseng: {pranks} ({day} dalam 24 jam), senyap: {ghosts}</translation>
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
    <name>NearbyController</name>
    <message>
        <source>The warning is on record. It is over by itself in 180 days.</source>
        <translation>Peringatan tercatat. Berakhir sendiri sesudah 180 hari.</translation>
    </message>
    <message>
        <source>The warning is taken away.</source>
        <translation>Peringatan diakhiri.</translation>
    </message>
    <message>
        <source>Not saved: {problem}</source>
        <translation>Tidak tersimpan: {problem}</translation>
    </message>
</context>
<context>
    <name>NearbyKeys</name>
    <message>
        <source>No second incident is offered.</source>
        <translation>Tidak ada kejadian kedua yang ditawarkan.</translation>
    </message>
    <message>
        <source>Another incident has just come to the front: look, then press again.</source>
        <translation>Kejadian lain baru saja muncul paling depan: lihat dulu, lalu tekan lagi.</translation>
    </message>
    <message>
        <source>A warning needs a place on the map or a number.</source>
        <translation>Peringatan memerlukan titik di peta atau nomor telepon.</translation>
    </message>
    <message>
        <source>Warn of what?</source>
        <translation>Bahaya apa?</translation>
    </message>
    <message>
        <source>In a few words:</source>
        <translation>Dalam beberapa kata:</translation>
    </message>
    <message>
        <source>“{words}”: what kind of danger is it?</source>
        <translation>“{words}”: bahaya apa?</translation>
    </message>
    <message>
        <source>There is no warning here.</source>
        <translation>Tidak ada peringatan di sini.</translation>
    </message>
    <message>
        <source>Which warning is no longer true?</source>
        <translation>Peringatan mana yang tidak berlaku lagi?</translation>
    </message>
    <message>
        <source>Why is it no longer true?</source>
        <translation>Mengapa tidak berlaku lagi?</translation>
    </message>
    <message>
        <source>Another form is shown; the warning is not on record: {words}</source>
        <translation>Formulir lain yang tampil; peringatan tidak tercatat: {words}</translation>
    </message>
</context>
<context>
    <name>NearbyStrip</name>
    <message>
        <source>Around this place</source>
        <translation>Di sekitar lokasi ini</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>No longer true</source>
        <translation>Tidak berlaku lagi</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>▲ {count} more</source>
        <translation>▲ {count} lagi</translation>
    </message>
    <message>
        <source>◇ The same? {incident}</source>
        <translation>◇ Kejadian yang sama? {incident}</translation>
    </message>
    <message>
        <source>◇ Or: {incident}</source>
        <translation>◇ Atau: {incident}</translation>
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
        <translation>▲ {count} nomor iseng juga punya panggilan nyata: {numbers}</translation>
    </message>
    <message>
        <source>no real call in these days</source>
        <translation>tidak ada panggilan nyata pada hari-hari ini</translation>
    </message>
    <message>
        <source>{count} real calls in these days: this number also calls in earnest</source>
        <translation>{count} panggilan nyata pada hari-hari ini: nomor ini tidak hanya iseng</translation>
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
        <translation>{caller}: {outcome}. Ctrl+Z membatalkan.</translation>
    </message>
    <message>
        <source>There is no outcome to take back.</source>
        <translation>Tidak ada hasil yang bisa dibatalkan.</translation>
    </message>
    <message>
        <source>Taken back: the call with {caller} has no outcome.</source>
        <translation>Dibatalkan: panggilan {caller} belum punya hasil.</translation>
    </message>
</context>
<context>
    <name>OutcomeKeys</name>
    <message>
        <source>An outcome needs an answered call.</source>
        <translation>Hasil hanya untuk panggilan yang sudah dijawab.</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Hasil lainnya …</translation>
    </message>
    <message>
        <source>What was the call of {caller}? (Esc leaves)</source>
        <translation>Apa hasil panggilan {caller}? (Esc kembali)</translation>
    </message>
    <message>
        <source>Why is the outcome of {caller} changed? (Enter saves, Esc leaves)</source>
        <translation>Mengapa hasil {caller} diubah? (Enter simpan, Esc kembali)</translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Outcome of the call</source>
        <translation>Hasil panggilan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
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
    <name>PlaceStrip</name>
    <message>
        <source>What is known of the place</source>
        <translation>Yang diketahui tentang lokasi</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Pastikan</translation>
    </message>
    <message>
        <source>The caller says that this place is right</source>
        <translation>Penelepon membenarkan lokasi ini</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>Places that may be meant</source>
        <translation>Tempat yang mungkin dimaksud</translation>
    </message>
    <message>
        <source>✓ Confirmed</source>
        <translation>✓ Dipastikan</translation>
    </message>
</context>
<context>
    <name>PlacesClient</name>
    <message>
        <source>Place search starts again. Type the place in words; everything is saved.</source>
        <translation>Pencarian tempat dimulai lagi. Ketik lokasinya dengan kata-kata; semuanya tersimpan.</translation>
    </message>
    <message>
        <source>Places are not found by name. Type the place in words; the supervisor should run the check-up.</source>
        <translation>Tempat tidak dapat dicari menurut nama. Ketik lokasinya dengan kata-kata; penyelia perlu menjalankan pemeriksaan (doctor).</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>{question} Press its number.</source>
        <translation>{question} Tekan angkanya.</translation>
    </message>
</context>
<context>
    <name>ProtocolPanel</name>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>belum sah</translation>
    </message>
    <message>
        <source>Not yet reviewed by a person of the profession</source>
        <translation>Belum ditinjau tenaga ahli</translation>
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
        <translation>kejadian terbuka</translation>
    </message>
    <message>
        <source>redials</source>
        <translation>menelepon lagi</translation>
    </message>
    <message>
        <source>{count}× real</source>
        <translation>{count}× nyata</translation>
    </message>
    <message>
        <source>{count}× prank</source>
        <translation>{count}× iseng</translation>
    </message>
    <message>
        <source>{count}× silent</source>
        <translation>{count}× senyap</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Calls</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>No call is waiting.</source>
        <translation>Tidak ada yang menunggu.</translation>
    </message>
    <message>
        <source>Lines {in_use}/{total}</source>
        <translation>Saluran {in_use}/{total}</translation>
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
    <message>
        <source>no answer</source>
        <translation>tak dijawab</translation>
    </message>
</context>
<context>
    <name>SearchKeys</name>
    <message>
        <source>Looking …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”.</source>
        <translation>Tidak ada yang cocok dengan “{text}”.</translation>
    </message>
    <message>
        <source>{caller}, {time}: {outcome}. This call belongs to no incident.</source>
        <translation>{caller}, {time}: {outcome}. Panggilan ini tidak terkait kejadian.</translation>
    </message>
</context>
<context>
    <name>SearchStrip</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Words, a ticket number, the end of a telephone number</source>
        <translation>Kata, nomor tiket, atau akhir nomor telepon</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Hasil pencarian</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ pilih · Enter buka · Esc keluar</translation>
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
        <translation>Tersimpan {time}</translation>
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
        <translation>Tidak ada panggilan berdering.</translation>
    </message>
    <message>
        <source>A ringing call is never refused: answer with F9.</source>
        <translation>Panggilan berdering tidak pernah ditolak: jawab dengan F9.</translation>
    </message>
    <message>
        <source>No call to end.</source>
        <translation>Tidak ada panggilan untuk ditutup.</translation>
    </message>
    <message>
        <source>Calling {caller} back.</source>
        <translation>Menelepon balik {caller}.</translation>
    </message>
    <message>
        <source>The caller is still connected. Press F12 again to hang up.</source>
        <translation>Penelepon masih tersambung. Tekan F12 lagi untuk menutup.</translation>
    </message>
    <message>
        <source>No call to hold.</source>
        <translation>Tidak ada panggilan untuk ditahan.</translation>
    </message>
    <message>
        <source>No call to mute.</source>
        <translation>Tidak ada panggilan untuk dibisukan.</translation>
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
    <name>TimelineKeys</name>
    <message>
        <source>No incident is open here: F3, then Enter on one.</source>
        <translation>Belum ada kejadian yang dibuka: F3, pilih, Enter.</translation>
    </message>
    <message>
        <source>The timeline begins when the incident is saved or sent.</source>
        <translation>Linimasa mulai saat kejadian disimpan atau dikirim.</translation>
    </message>
    <message>
        <source>Timeline of incident {number}</source>
        <translation>Linimasa kejadian {number}</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>Tidak ada kejadian</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>Linimasa</translation>
    </message>
    <message>
        <source>↑ ↓ scroll · newest at the bottom · Esc leaves</source>
        <translation>↑ ↓ menggulir · terbaru di bawah · Esc menutup</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Menunggu {count}</translation>
    </message>
    <message>
        <source>Longest {time}</source>
        <translation>Terlama {time}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Semua tindakan</translation>
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
        <translation>+ pilih · 1 siap 2 berangkat 3 di lokasi 4 nonaktif</translation>
    </message>
</context>
<context>
    <name>call_face</name>
    <message>
        <source>Call back</source>
        <translation>Telepon balik</translation>
    </message>
    <message>
        <source>Keys pressed by the caller: {digits}</source>
        <translation>Tombol yang ditekan penelepon: {digits}</translation>
    </message>
    <message>
        <source>Forwarding: keep the line until the agency answers</source>
        <translation>Dialihkan: jangan tutup sampai instansi menjawab</translation>
    </message>
    <message>
        <source>No sound from the caller</source>
        <translation>Tidak ada suara dari penelepon</translation>
    </message>
    <message>
        <source>This call is NOT being recorded</source>
        <translation>Panggilan ini TIDAK direkam</translation>
    </message>
    <message>
        <source>The agency did not take the call ({reason})</source>
        <translation>Instansi tidak mengangkat ({reason})</translation>
    </message>
    <message>
        <source>Cut by a restart of the telephone program: call back</source>
        <translation>Terputus saat program telepon mati: telepon balik</translation>
    </message>
    <message>
        <source>Telephone without a SIM card: no call back possible</source>
        <translation>Tanpa kartu SIM: tidak bisa ditelepon balik</translation>
    </message>
    <message>
        <source>Number not certain: {readings}</source>
        <translation>Nomor belum pasti: {readings}</translation>
    </message>
    <message>
        <source>Number not certain</source>
        <translation>Nomor belum pasti</translation>
    </message>
</context>
<context>
    <name>callers</name>
    <message>
        <source>No number</source>
        <translation>Tanpa nomor</translation>
    </message>
</context>
<context>
    <name>cheat_sheet</name>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Penugasan</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Pindah ke</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
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
        <source>◉ All three are talking: caller, {agency} and you. Ctrl+F11: leave the two alone.</source>
        <translation>◉ Bertiga bicara: penelepon, {agency}, dan Anda. Ctrl+F11: biarkan mereka berdua.</translation>
    </message>
</context>
<context>
    <name>hazards</name>
    <message>
        <source>dangerous dog</source>
        <translation>anjing galak</translation>
    </message>
    <message>
        <source>gas, fuel, chemicals</source>
        <translation>gas, BBM, kimia</translation>
    </message>
    <message>
        <source>weapon, violence</source>
        <translation>senjata, kekerasan</translation>
    </message>
    <message>
        <source>ill or disabled person</source>
        <translation>penghuni sakit/difabel</translation>
    </message>
    <message>
        <source>hard to reach</source>
        <translation>akses sulit</translation>
    </message>
    <message>
        <source>prank calls from here</source>
        <translation>pernah telepon iseng dari sini</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>No number, so no history: the caller may be anybody.</source>
        <translation>Tanpa nomor, jadi tanpa riwayat: penelepon bisa siapa saja.</translation>
    </message>
    <message>
        <source>Looking the number up…</source>
        <translation>Riwayat nomor sedang dicari…</translation>
    </message>
    <message>
        <source>Calls again within two minutes: may be in panic.</source>
        <translation>Menelepon lagi dalam dua menit: mungkin panik.</translation>
    </message>
    <message>
        <source>First call from this number.</source>
        <translation>Panggilan pertama dari nomor ini.</translation>
    </message>
    <message>
        <source>Earlier calls: {count}</source>
        <translation>Panggilan sebelumnya: {count}</translation>
    </message>
    <message>
        <source>no outcome</source>
        <translation>tanpa hasil</translation>
    </message>
</context>
<context>
    <name>location</name>
    <message>
        <source>+{count} more</source>
        <translation>+{count} lagi</translation>
    </message>
    <message>
        <source>Location cannot be read: ask for the place.</source>
        <translation>Data lokasi tidak terbaca: tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>Location by reference, cannot be fetched</source>
        <translation>Lokasi berupa rujukan, tidak dapat diambil</translation>
    </message>
    <message>
        <source>The phone found no position ({source}): ask for the place.</source>
        <translation>Ponsel tidak menemukan posisi ({source}): tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>At {place}</source>
        <translation>Di {place}</translation>
    </message>
    <message>
        <source>radius not known</source>
        <translation>radius tidak diketahui</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>waktu tidak diketahui</translation>
    </message>
</context>
<context>
    <name>nearby</name>
    <message>
        <source>▲ {hazard}: {text} ({where}until {day}, {who})</source>
        <translation>▲ {hazard}: {text} ({where}sampai {day}, {who})</translation>
    </message>
    <message>
        <source>same words of the place</source>
        <translation>kata lokasinya sama</translation>
    </message>
    <message>
        <source>{distance} straight line</source>
        <translation>{distance} garis lurus</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} menit lalu</translation>
    </message>
    <message>
        <source>Here before: {count} × in 2 years, last {day} {kind}</source>
        <translation>Pernah di sini: {count} × dalam 2 tahun, terakhir {day} {kind}</translation>
    </message>
    <message>
        <source>Nearest (straight line): {names}</source>
        <translation>Terdekat (garis lurus): {names}</translation>
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
        <translation>radius tidak diketahui</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>waktu tidak diketahui</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>{minutes} min old</source>
        <translation>{minutes} menit lalu</translation>
    </message>
    <message>
        <source>{hours} h old</source>
        <translation>{hours} jam lalu</translation>
    </message>
    <message>
        <source>{days} days old</source>
        <translation>{days} hari lalu</translation>
    </message>
    <message>
        <source>from the network</source>
        <translation>dari jaringan</translation>
    </message>
    <message>
        <source>from the phone</source>
        <translation>dari ponsel</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>koordinat</translation>
    </message>
    <message>
        <source>set on the map</source>
        <translation>dari peta</translation>
    </message>
    <message>
        <source>chosen by name</source>
        <translation>dari nama</translation>
    </message>
    <message>
        <source>no place known, said so</source>
        <translation>dinyatakan belum diketahui</translation>
    </message>
    <message>
        <source>approximately: {place}</source>
        <translation>perkiraan: {place}</translation>
    </message>
    <message>
        <source>village not known</source>
        <translation>desa tidak diketahui</translation>
    </message>
    <message>
        <source>{distance} from the border</source>
        <translation>{distance} dari batas wilayah</translation>
    </message>
    <message>
        <source>▲ Outside the region</source>
        <translation>▲ Luar wilayah</translation>
    </message>
    <message>
        <source>▲ The words say {named}, the point lies in: {place}</source>
        <translation>▲ Kata-katanya menyebut {named}, titiknya di: {place}</translation>
    </message>
    <message>
        <source>○ no point or village yet</source>
        <translation>○ belum ada titik atau desa</translation>
    </message>
    <message>
        <source>no point, village only</source>
        <translation>tanpa titik, hanya desa</translation>
    </message>
    <message>
        <source>▲ The point belongs to “{words}”</source>
        <translation>▲ Titik ini milik “{words}”</translation>
    </message>
    <message>
        <source>▽ Also: {place}</source>
        <translation>▽ Juga: {place}</translation>
    </message>
    <message>
        <source>street</source>
        <translation>jalan</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>patokan</translation>
    </message>
    <message>
        <source>fire station</source>
        <translation>pos damkar</translation>
    </message>
    <message>
        <source>police</source>
        <translation>polisi</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>rumah sakit</translation>
    </message>
    <message>
        <source>clinic</source>
        <translation>puskesmas/klinik</translation>
    </message>
    <message>
        <source>ambulance</source>
        <translation>ambulans</translation>
    </message>
    <message>
        <source>disaster post</source>
        <translation>pos bencana</translation>
    </message>
    <message>
        <source>post</source>
        <translation>pos</translation>
    </message>
    <message>
        <source>north</source>
        <translation>utara</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>timur laut</translation>
    </message>
    <message>
        <source>east</source>
        <translation>timur</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>tenggara</translation>
    </message>
    <message>
        <source>south</source>
        <translation>selatan</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>barat daya</translation>
    </message>
    <message>
        <source>west</source>
        <translation>barat</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>barat laut</translation>
    </message>
    <message>
        <source>{distance} {direction} of {place}</source>
        <translation>{distance} di {direction} {place}</translation>
    </message>
    <message>
        <source>the middle of the region</source>
        <translation>tengah wilayah</translation>
    </message>
    <message>
        <source>outside the region</source>
        <translation>luar wilayah</translation>
    </message>
    <message>
        <source>✓ Keep the point of “{words}”</source>
        <translation>✓ Tetap pakai titik “{words}”</translation>
    </message>
    <message>
        <source>▲ Meant with a minus (south)?</source>
        <translation>▲ Maksudnya dengan minus (selatan)?</translation>
    </message>
    <message>
        <source>▲ As written, without a minus: north of the equator?</source>
        <translation>▲ Seperti tertulis, tanpa minus: di utara khatulistiwa?</translation>
    </message>
    <message>
        <source>▲ North of the equator? No minus was written</source>
        <translation>▲ Di utara khatulistiwa? Tidak ada minus</translation>
    </message>
    <message>
        <source>▲ Longitude stood first; exchanged. Right?</source>
        <translation>▲ Bujur tertulis lebih dulu; sudah ditukar. Benar?</translation>
    </message>
    <message>
        <source>▲ The middle of somebody&apos;s map, not a pin. Right?</source>
        <translation>▲ Tengah peta orang, bukan pin. Benar?</translation>
    </message>
    <message>
        <source>▲ Few digits: only roughly here. Right?</source>
        <translation>▲ Angkanya sedikit: hanya kira-kira di sini. Benar?</translation>
    </message>
    <message>
        <source>▲ Short code: taken as the one nearest to us. Right?</source>
        <translation>▲ Kode pendek: diambil yang terdekat dari sini. Benar?</translation>
    </message>
    <message>
        <source>▲ Several positions were written. This one?</source>
        <translation>▲ Ada beberapa posisi. Yang ini?</translation>
    </message>
    <message>
        <source>▲ In no known village. Right?</source>
        <translation>▲ Tidak di desa yang dikenal. Benar?</translation>
    </message>
    <message>
        <source>▲ Far from here. Right?</source>
        <translation>▲ Jauh dari sini. Benar?</translation>
    </message>
    <message>
        <source>△ A short link cannot be opened here. Ask for coordinates.</source>
        <translation>△ Tautan pendek tidak bisa dibuka di sini. Mintalah koordinat.</translation>
    </message>
    <message>
        <source>△ This link holds no coordinates. Ask for them.</source>
        <translation>△ Tautan ini tanpa koordinat. Mintalah koordinatnya.</translation>
    </message>
    <message>
        <source>△ Only half of a position: a second number is missing.</source>
        <translation>△ Baru separuh posisi: satu angka lagi belum ada.</translation>
    </message>
    <message>
        <source>△ This position can be read in two ways. Ask again.</source>
        <translation>△ Posisi ini bisa dibaca dua cara. Tanyakan lagi.</translation>
    </message>
    <message>
        <source>△ There are no such coordinates. Read them again.</source>
        <translation>△ Koordinat seperti ini tidak ada. Baca lagi.</translation>
    </message>
    <message>
        <source>△ Outside Indonesia. Read the coordinates again.</source>
        <translation>△ Di luar Indonesia. Baca lagi koordinatnya.</translation>
    </message>
    <message>
        <source>△ 0, 0: the phone has no position yet. Ask for the place.</source>
        <translation>△ 0, 0: ponsel belum punya posisi. Tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>△ Short plus code: ask for the town, or for the whole code.</source>
        <translation>△ Plus code pendek: tanyakan kotanya, atau kode lengkapnya.</translation>
    </message>
    <message>
        <source>△ Another system. Ask for latitude and longitude.</source>
        <translation>△ Sistem lain. Mintalah lintang dan bujur.</translation>
    </message>
    <message>
        <source>△ This text is too long for a place.</source>
        <translation>△ Teks ini terlalu panjang untuk lokasi.</translation>
    </message>
    <message>
        <source>△ The phone sent no position. Ask for the place.</source>
        <translation>△ Ponsel tidak mengirim posisi. Tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>△ Position not readable ({reason}). Ask for the place.</source>
        <translation>△ Posisi tidak terbaca ({reason}). Tanyakan lokasinya.</translation>
    </message>
    <message>
        <source>▲ Check before taking: ↓ and Enter</source>
        <translation>▲ Periksa dulu: ↓ lalu Enter</translation>
    </message>
    <message>
        <source>▲ {count} places of this name: choose the kecamatan</source>
        <translation>▲ {count} tempat bernama sama: pilih kecamatannya</translation>
    </message>
    <message>
        <source>▲ {count} places look alike: ask what is near</source>
        <translation>▲ {count} tempat tampak sama: tanyakan apa yang di dekatnya</translation>
    </message>
    <message>
        <source>Places by name are being prepared: {percent} %</source>
        <translation>Daftar nama tempat sedang disiapkan: {percent} %</translation>
    </message>
    <message>
        <source>✕ Drop the point of “{words}”</source>
        <translation>✕ Lepas titik “{words}”</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Penelepon</translation>
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
        <translation>berdering</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>menelepon</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>bicara</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>conference</source>
        <translation>bertiga</translation>
    </message>
    <message>
        <source>forwarding</source>
        <translation>dialihkan</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>berakhir</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>tak terjawab</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>terputus</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>belum dikirim</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>terkirim</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>berangkat</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di lokasi</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>obstructed</source>
        <translation>terkendala</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>nonaktif</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>P?</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>point</source>
        <translation>titik</translation>
    </message>
    <message>
        <source>the caller confirmed the place</source>
        <translation>penelepon memastikan lokasi</translation>
    </message>
    <message>
        <source>the place is no longer confirmed</source>
        <translation>lokasi tidak lagi dipastikan</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>diketik</translation>
    </message>
    <message>
        <source>place settled: {source}</source>
        <translation>lokasi ditetapkan: {source}</translation>
    </message>
    <message>
        <source>answered: {answers}</source>
        <translation>jawaban: {answers}</translation>
    </message>
    <message>
        <source>answer taken back: {answers}</source>
        <translation>jawaban dicabut: {answers}</translation>
    </message>
    <message>
        <source>report</source>
        <translation>laporan</translation>
    </message>
    <message>
        <source>type</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>why this priority</source>
        <translation>alasan prioritas</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lokasi</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>patokan</translation>
    </message>
    <message>
        <source>reporter</source>
        <translation>pelapor</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>victims</source>
        <translation>korban</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>terjebak</translation>
    </message>
    <message>
        <source>narrative</source>
        <translation>uraian</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>catatan: {text}</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>dibuka lagi</translation>
    </message>
    <message>
        <source>the call came in</source>
        <translation>panggilan masuk</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>dijawab</translation>
    </message>
    <message>
        <source>the call belongs to this incident</source>
        <translation>panggilan milik kejadian ini</translation>
    </message>
    <message>
        <source>outcome taken back</source>
        <translation>hasil dicabut</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>dialihkan</translation>
    </message>
    <message>
        <source>forwarding failed</source>
        <translation>pengalihan gagal</translation>
    </message>
    <message>
        <source>talking as three</source>
        <translation>bicara bertiga</translation>
    </message>
    <message>
        <source>the phone sent a place</source>
        <translation>telepon mengirim lokasi</translation>
    </message>
    <message>
        <source>incident {number}: {what}</source>
        <translation>kejadian {number}: {what}</translation>
    </message>
    <message>
        <source>outcome: {name}</source>
        <translation>hasil: {name}</translation>
    </message>
    <message>
        <source>forwarding to {agency}</source>
        <translation>mengalihkan ke {agency}</translation>
    </message>
    <message>
        <source>sent by message</source>
        <translation>dikirimi pesan</translation>
    </message>
    <message>
        <source>told by telephone</source>
        <translation>diberi tahu lewat telepon</translation>
    </message>
    <message>
        <source>the caller was forwarded</source>
        <translation>penelepon dialihkan</translation>
    </message>
    <message>
        <source>spoke with the caller as three</source>
        <translation>bicara bertiga dengan penelepon</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistem</translation>
    </message>
    <message>
        <source>closed, the reporter was told</source>
        <translation>ditutup, pelapor sudah dikabari</translation>
    </message>
    <message>
        <source>closed, the reporter could not be reached</source>
        <translation>ditutup, pelapor tidak bisa dihubungi</translation>
    </message>
    <message>
        <source>closed, the reporter is anonymous</source>
        <translation>ditutup, pelapor anonim</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>the caller hung up</source>
        <translation>penelepon menutup telepon</translation>
    </message>
    <message>
        <source>hung up by the desk</source>
        <translation>ditutup oleh petugas</translation>
    </message>
    <message>
        <source>cut off, the telephone stopped</source>
        <translation>terputus, program telepon berhenti</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>diserahkan</translation>
    </message>
    <message>
        <source>the call ended</source>
        <translation>panggilan selesai</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>The telephone program does not answer.</source>
        <translation>Program telepon tidak menjawab.</translation>
    </message>
    <message>
        <source>It is being started again. If this lasts longer than 10 seconds, use the spare telephone.</source>
        <translation>Sedang dihidupkan lagi. Bila lebih dari 10 detik, pakai telepon cadangan.</translation>
    </message>
    <message>
        <source>The telephone program was restarted.</source>
        <translation>Program telepon mati dan hidup kembali.</translation>
    </message>
    <message>
        <source>A call that was cut stands in the list of missed calls: call back.</source>
        <translation>Panggilan yang terputus ada di daftar tak terjawab: telepon balik.</translation>
    </message>
    <message>
        <source>All lines are in use.</source>
        <translation>Semua saluran terpakai.</translation>
    </message>
    <message>
        <source>Close a call first.</source>
        <translation>Tutup satu panggilan dulu.</translation>
    </message>
    <message>
        <source>That call has ended already.</source>
        <translation>Panggilan itu sudah berakhir.</translation>
    </message>
    <message>
        <source>The call is not ready for that yet.</source>
        <translation>Panggilan belum siap untuk itu.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>That number cannot be called.</source>
        <translation>Nomor itu tidak bisa ditelepon.</translation>
    </message>
    <message>
        <source>Check the number in the directory of agencies.</source>
        <translation>Periksa nomornya di direktori instansi.</translation>
    </message>
    <message>
        <source>The agency did not take the call.</source>
        <translation>Instansi tidak mengangkat.</translation>
    </message>
    <message>
        <source>The caller is still with you.</source>
        <translation>Penelepon masih bersama Anda.</translation>
    </message>
    <message>
        <source>The telephone exchange does not answer: no call can come in.</source>
        <translation>Saluran tidak terdaftar, sentral telepon tidak menjawab: panggilan tidak bisa masuk.</translation>
    </message>
    <message>
        <source>Tell the technician; use the spare telephone.</source>
        <translation>Beri tahu teknisi; pakai telepon cadangan.</translation>
    </message>
    <message>
        <source>The telephone exchange refuses this seat&apos;s password: no call can come in.</source>
        <translation>Sentral telepon menolak kata sandi meja ini: panggilan tidak bisa masuk.</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>Beri tahu administrator.</translation>
    </message>
    <message>
        <source>The disk is full: new facts are kept in memory only.</source>
        <translation>Ruang simpan penuh: data baru hanya ada di memori.</translation>
    </message>
    <message>
        <source>Go on working, do not switch off, call the administrator now.</source>
        <translation>Teruskan bekerja, jangan matikan, hubungi administrator sekarang.</translation>
    </message>
    <message>
        <source>The log cannot be written: new facts are kept in memory only.</source>
        <translation>Data tidak bisa disimpan: yang baru hanya ada di memori.</translation>
    </message>
    <message>
        <source>The log refused this entry; it is not saved.</source>
        <translation>Isian ini ditolak dan tidak tersimpan.</translation>
    </message>
    <message>
        <source>Write it down and tell the administrator.</source>
        <translation>Catat di kertas dan beri tahu administrator.</translation>
    </message>
    <message>
        <source>The conversation is not being recorded.</source>
        <translation>Percakapan tidak direkam.</translation>
    </message>
    <message>
        <source>Go on with the call; tell the administrator.</source>
        <translation>Teruskan panggilan; beri tahu administrator.</translation>
    </message>
    <message>
        <source>No sound device: callers cannot be heard.</source>
        <translation>Tanpa perangkat suara: penelepon tidak terdengar.</translation>
    </message>
    <message>
        <source>Plug the headset in.</source>
        <translation>Pasang headset.</translation>
    </message>
    <message>
        <source>No loudspeaker: ringing cannot be heard.</source>
        <translation>Tanpa pelantang suara: dering tidak terdengar.</translation>
    </message>
    <message>
        <source>Watch the queue, switch the loudspeaker on.</source>
        <translation>Perhatikan daftar panggilan, nyalakan pelantang suara.</translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation>Data tidak terbaca.</translation>
    </message>
    <message>
        <source>What is on the screen may be old; try again.</source>
        <translation>Isi layar mungkin sudah lama; coba lagi.</translation>
    </message>
    <message>
        <source>The telephone program did not understand the desk.</source>
        <translation>Program telepon tidak mengerti permintaan meja ini.</translation>
    </message>
    <message>
        <source>Tell the administrator that the programs have different versions.</source>
        <translation>Beri tahu administrator: versi kedua program berbeda.</translation>
    </message>
    <message>
        <source>Something went wrong that the program does not know.</source>
        <translation>Ada gangguan yang tidak dikenal program.</translation>
    </message>
    <message>
        <source>It is in the log of the program; tell the administrator.</source>
        <translation>Tercatat di log program; beri tahu administrator.</translation>
    </message>
</context>
</TS>
