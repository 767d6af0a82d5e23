# See en.ftl for the context of each message.

## Everywhere

language = Bahasa
dismiss = Tutup
show-password = Tampilkan kata sandi
opening = Tunggu sebentar…
try-again = Coba lagi
cancel = Batal
or = atau
back = Kembali
help = Bantuan
still-trying = Masih mencoba. Koneksi Anda mungkin lambat.
privacy = Privasi
terms = Ketentuan
page-open-failed = Browser tidak dapat dibuka. Salin alamat ini ke browser:
mail-open-failed = Aplikasi email tidak dapat dibuka. Salin alamat ini ke aplikasi email:
problems = Perbaiki hal berikut:
try-again-in = Coba lagi dalam { $time }
text-size = Ukuran teks { $percent }%

## Forgot password

forgot-title = Lupa kata sandi?
forgot-lead = Masukkan alamat email Anda. Kami akan mengirim link untuk membuat kata sandi baru.
forgot-lead-code = Masukkan alamat email Anda. Kami akan mengirim kode untuk membuat kata sandi baru.
hosted-lead = Buat kata sandi baru di { $host }, yang akan terbuka di browser.
hosted-open = Lanjutkan di browser
hosted-opened-title = Lanjutkan di browser
hosted-opened-text = { $host } sudah dibuka di browser. Buat kata sandi baru di sana, lalu login.
hosted-open-again = Buka lagi halamannya
email = Alamat email
send = Kirim email reset
sending = Mengirim…
did-you-mean = Maksud Anda { $suggestion }?
back-to-email = Kembali ke email Anda
back-to-sign-in = Kembali ke login

email-missing = Masukkan alamat email Anda.
email-malformed = Gunakan format nama@example.com.
email-refused = Alamat itu tidak dapat digunakan di layanan ini. Periksa apakah ada salah ketik.
code-too-early = Itu kode, dan kode hanya berlaku di perangkat tempat Anda memintanya. Masukkan alamat email untuk mendapatkan kode baru di sini.

## Check your email

check-title = Periksa email Anda
check-lead = Jika ada akun untuk { $email }, Anda akan menerima email berisi link.
check-lead-code = Jika ada akun untuk { $email }, Anda akan menerima email berisi kode.
check-lead-both = Jika ada akun untuk { $email }, Anda akan menerima email berisi link dan kode.
hosted-check = Link itu membuka halaman layanan ini di browser. Buat kata sandi baru di sana.
link-lifetime = Buka link dalam { $minutes } menit.
link-lifetime-hours = Buka link dalam { $hours } jam.
link-lifetime-days = Buka link dalam { $days } hari.
check-spam = Belum masuk setelah satu menit? Periksa folder spam dan alamat di atas.
check-spam-quota = Belum masuk setelah satu menit? Periksa folder spam dan alamat di atas. Layanan ini membatasi jumlah email: jika tetap tidak ada yang masuk, coba lagi dalam satu jam.
open-mail = Buka aplikasi email
mail-app-open-failed = Aplikasi email tidak dapat dibuka. Buka sendiri aplikasinya.
open-webmail = Buka { $name }
paste-label = Tempel link dari email
paste-hint = Gunakan ini jika link tidak membuka aplikasi.
paste-or-code-hint = Jika email berisi kode, Anda bisa memasukkan kode itu di sini sebagai ganti link.
code-label = Masukkan kode atau tempel link
code-only-label = Masukkan kode dari email
continue = Lanjutkan
checking = Memeriksa…
resend = Kirim ulang email
resend-in = Kirim ulang dalam { $time }
resent = Sudah dikirim ulang. Hanya email terbaru yang berlaku.
change-address = Gunakan email lain
no-mailbox = Tidak bisa membuka kotak masuk ini?
no-mailbox-lead = Agar orang lain tidak bisa masuk, email reset hanya kami kirim ke alamat akun. Anda masih punya pilihan:
no-mailbox-provider-title = Pulihkan akses ke kotak masuk
no-mailbox-provider-text = Penyedia email Anda dapat membantu.
no-mailbox-other-title = Coba alamat lain
no-mailbox-other-text = Gunakan alamat lain yang sudah Anda tambahkan ke akun.
no-mailbox-support-title = Hubungi dukungan
no-mailbox-support-text = Kami akan meminta bukti identitas Anda.

no-link-or-code-found = Kode atau link belum lengkap. Salin lagi dari email.
code-incomplete = Kode belum lengkap. Salin lagi dari email.
link-incomplete = Link ini tidak lengkap. Salin seluruhnya dari email.
link-of-other-service = Link ini untuk layanan lain.
link-of-click-tracker = Link ini melewati layanan penghitung klik. Buka langsung dari email, atau salin kodenya dari sana.
code-wrong = Kode salah. Cocokkan dengan email terbaru.
code-wrong-tries = Kode salah. Tersisa { $tries } percobaan.
code-wrong-last-try = Kode salah. Tersisa 1 percobaan. Jika masih salah, gunakan link.
code-only-wrong-last-try = Kode salah. Tersisa 1 percobaan. Jika masih salah, kirim ulang email.
code-wrong-or-expired = Kode salah atau sudah kedaluwarsa. Gunakan kode di email terbaru, atau kirim ulang email.
code-expired = Kode ini sudah kedaluwarsa. Buka link di email yang sama, atau kirim ulang email.
code-used = Email ini sudah pernah dipakai untuk membuat kata sandi.
code-superseded = Ada email yang lebih baru. Gunakan kode di email itu.
code-invalid = Kode ini tidak berlaku di sini. Buka link di email, atau kirim ulang email.
code-only-invalid = Kode ini sudah kedaluwarsa atau tidak berlaku di sini. Kirim ulang email.

## Choose a new password

reset-title = Buat kata sandi baru
reset-checking = Memeriksa link…
reset-for = Untuk { $email }
new-password = Kata sandi baru
confirm-password = Ulangi kata sandi baru
second-factor = Kode dari aplikasi autentikator
second-factor-hint = Verifikasi dua langkah aktif untuk akun ini.
set-password = Ubah kata sandi
setting-password = Mengubah kata sandi…
rule-length = Minimal { $min } karakter
rule-length-so-far = { $have } dari { $min } karakter
rule-length-refused = { $have } dari { $min } karakter. Tambahkan { $more } lagi.
rule-leaks = Tidak ada dalam kebocoran data
tip-words = Gabungan beberapa kata yang tidak berkaitan mudah diingat.
tip-manager = Simpan di pengelola kata sandi Anda.
minutes-left = Link ini berlaku { $minutes } menit lagi.
hours-left = Link ini berlaku { $hours } jam lagi.
days-left = Link ini berlaku { $days } hari lagi.
expires-soon-title = Link ini kedaluwarsa dalam { $minutes } menit
expires-soon-text = Yang sudah Anda ketik tidak akan hilang.
renew = Minta link baru
renewed = Link baru sedang dikirim. Setelah dibuka, yang sudah Anda ketik tetap ada di sini.
caps-lock = Caps Lock aktif.

strength = Kekuatan
strength-0 = Sangat lemah
strength-1 = Lemah
strength-2 = Cukup
strength-3 = Baik
strength-4 = Kuat
advice-common = Banyak orang memakai yang sama atau sangat mirip.
advice-keyboard = Tombol yang bersebelahan paling dulu ditebak.
advice-repeat = Pengulangan tidak banyak membantu.
advice-sequence = Urutan seperti abc atau 6543 paling dulu ditebak.
advice-date = Tanggal dan tahun mudah ditebak.
advice-word = Satu kata saja mudah ditebak.
advice-name = Nama mudah ditebak.
advice-substitution = Mengganti a dengan @ tidak banyak membantu.
advice-more-words = Tambah satu atau dua kata yang jarang dipakai.

breach-checking = Memeriksa kebocoran data…
breach-unknown = Kebocoran data tidak dapat diperiksa. Anda bisa melanjutkan.

password-missing = Masukkan kata sandi baru.
password-refused = Layanan ini tidak menerima kata sandi tersebut. Coba yang lebih panjang.
passwords-differ = Kata sandi tidak cocok. Ketik ulang yang kedua, atau tampilkan yang pertama.
second-factor-wrong = Kode salah. Masukkan kode yang sekarang tampil di aplikasi; setiap kode hanya berlaku sekali.
too-short = Tambahkan karakter.
too-short-min = Gunakan minimal { $min } karakter.
too-long = Kurangi karakter.
too-long-max = Gunakan maksimal { $max } karakter.
too-many-bytes = Terlalu panjang. Maksimal { $max } huruf dan angka biasa; huruf beraksen, aksara lain, dan emoji masing-masing dihitung sebagai dua sampai empat karakter.
password-characters = Gabungkan huruf kecil, huruf besar, angka, dan simbol seperti ! atau ?.
password-common = Terlalu mudah ditebak. Pilih yang lebih jarang dipakai.
password-breached = Ditemukan dalam kebocoran data. Pilih yang lain.
password-personal = Jangan gunakan bagian dari alamat email Anda.
password-product-name = Jangan gunakan nama layanan ini.
password-same = Itu kata sandi Anda saat ini. Pilih yang baru.

## Done

done-title = Kata sandi berhasil diubah
done-for = Login dengan { $email } dan kata sandi baru Anda.
sessions-ended = Semua perangkat lain sudah logout pada pukul { $time }. Login lagi di sana dengan kata sandi baru Anda.
sessions-kept = Perangkat lain mungkin masih login. Jika ada orang lain yang tahu kata sandi lama Anda, logout dari perangkat itu melalui pengaturan akun.
close-hint = Anda bisa menutup jendela ini.

## A link that does not work

expired-title = Link ini sudah kedaluwarsa
expired-text = Demi keamanan akun Anda, link hanya berlaku sebentar. Minta yang baru, lalu Anda bisa langsung melanjutkan.
invalid-or-expired-title = Link ini tidak berfungsi
invalid-or-expired-text = Link sudah kedaluwarsa, sudah dipakai, atau tidak lengkap. Salin seluruhnya dari email terbaru, atau minta yang baru.
used-title = Link ini sudah dipakai
used-text = Link ini sudah dipakai untuk membuat kata sandi baru. Jika bukan Anda yang melakukannya, segera minta link baru dan buat kata sandi lain.
superseded-title = Ada email yang lebih baru
superseded-text = Hanya link di email terbaru yang berlaku. Buka link itu, atau minta yang baru.
other-device-title = Buka link ini di perangkat Anda yang lain
other-device-text = Link ini hanya berlaku di perangkat tempat Anda memintanya. Buka di sana, atau minta link baru untuk perangkat ini.
damaged-title = Link ini tidak lengkap
damaged-text = Salin seluruh link dari email, dari karakter pertama sampai terakhir, atau minta yang baru.
other-service-title = Link ini bukan untuk aplikasi ini
other-service-text = Link ini mengarah ke layanan lain, jadi kami tidak mengirim apa pun. Jika Anda tidak menunggu email itu, hapus saja.
hosted-link-title = Buat kata sandi di halaman layanan
hosted-link-text = Aplikasi ini tidak dapat menggunakan link tersebut, jadi tidak ada yang diubah. Buka link dari email di browser, lalu buat kata sandi baru di sana.
account-closed-title = Akun ini dikunci
account-closed-text = Layanan mengunci akun ini, jadi kata sandi Anda tidak diubah. Hubungi dukungan untuk membukanya kembali.
unsupported-factor-title = Aplikasi ini tidak mendukung langkah verifikasi kedua Anda
unsupported-factor-text = Verifikasi dua langkah aktif untuk akun ini dengan metode yang tidak didukung aplikasi ini. Kata sandi Anda tidak diubah. Hubungi dukungan.
hosted-failed-title = Kata sandi Anda tidak diubah
hosted-failed-text = Kata sandi baru belum dibuat di halaman browser. Mulai lagi dari awal dan buka lagi halamannya.
return-unknown-title = Kami tidak tahu apakah kata sandi Anda sudah diubah
return-unknown-text = Link ini bukan dari halaman yang dibuka aplikasi ini. Coba kata sandi baru Anda; jika tidak berhasil, mulai lagi dari awal.
send-new-link = Kirim link baru
ask-new-link = Minta link baru
other-device-ask = Minta link untuk perangkat ini

## The service cannot be reached, or does not answer

offline = Layanan tidak dapat dihubungi. Periksa koneksi Anda, lalu coba lagi.
offline-title = Anda sedang offline
offline-text = Proses akan otomatis dilanjutkan setelah Anda online lagi. Yang sudah Anda ketik tidak akan hilang.
waiting-for-connection = Menunggu koneksi…
wait-title = Terlalu banyak percobaan
wait-text = Demi keamanan Anda, tunggu sebentar sebelum mencoba lagi.
down-title = Terjadi masalah pada layanan kami
down-text = Coba lagi dalam beberapa menit. Yang sudah Anda ketik tidak akan hilang.
timed-out = Layanan terlalu lama merespons. Coba lagi.
tls-error = Koneksi aman tidak dapat dibuat. Jika memakai Wi-Fi umum, login ke jaringannya dulu. Periksa juga tanggal dan waktu di perangkat ini.
proxy-error = Proxy di jaringan Anda memblokir koneksi ke layanan. Hubungi pengelola jaringan ini, atau gunakan jaringan lain.
captcha-required = Layanan ini perlu memastikan Anda bukan robot, tetapi aplikasi ini tidak bisa melakukannya. Buat kata sandi baru di situs webnya.
rate-limited = Terlalu banyak percobaan. Coba lagi dalam { $time }.
rate-limited-no-time = Terlalu banyak percobaan. Coba lagi dalam satu menit.
not-configured = Aplikasi ini tidak tahu akun Anda ada di layanan mana. Tanyakan kepada pihak yang memberikan aplikasi ini.
unexpected-response = Jawaban yang diterima bukan dari layanan ini. Jika memakai Wi-Fi umum, login ke jaringannya dulu; jika tidak, minta bantuan.
invalid-response = Aplikasi ini tidak memahami jawaban dari layanan. Coba lagi nanti, atau minta bantuan.
invalid-response-details = Aplikasi ini tidak memahami jawaban dari layanan. Coba lagi nanti. Jika meminta bantuan, bacakan ini: { $answer }

## Shown once, above the screen

memory-only = Biarkan aplikasi ini terbuka sampai selesai. Perangkat ini tidak dapat menyimpan permintaan Anda dengan aman.
newer-link = Link yang lebih baru sudah dibuka. Link itu yang sekarang digunakan.
bad-link-ignored = Link lain dibuka, tetapi tidak berlaku. Anda bisa melanjutkan di sini.
clock-wrong = Jam di perangkat ini salah, jadi waktu di sini mungkin tidak tepat. Atur tanggal dan waktunya.
