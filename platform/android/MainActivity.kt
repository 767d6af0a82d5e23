package dev.dioxus.main

import android.content.ActivityNotFoundException
import android.content.ClipboardManager
import android.content.Context
import android.content.Intent
import android.graphics.Color
import android.net.Uri
import android.os.Bundle
import android.view.View
import android.view.ViewGroup.MarginLayoutParams
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback
import androidx.core.view.OnApplyWindowInsetsListener
import androidx.core.view.ViewCompat
import androidx.core.view.WindowInsetsCompat

// What wry's Logger.kt asks by this name: whether this is a debug build.
typealias BuildConfig = app.latchkey.Latchkey.BuildConfig

/**
 * The app's only screen on Android: the web view that dx and wry make, and what Rust needs of the system around it.
 *
 * Rust is told of links and of the back button by the `external` functions, and calls the public ones by their names
 * (src/platform/android.rs); keep.pro keeps them in a release. Decisions are made there and not here.
 */
class MainActivity : WryActivity() {
    // The flow decides where "back" leads; the web view has no pages to go back to.
    override val handleBackNavigation: Boolean = false

    private var inFront = false
    private var shielded = false

    override fun onCreate(savedInstanceState: Bundle?) {
        attach()
        // Before Rust starts, so that the link is there when the inbox is first looked into.
        if (savedInstanceState == null) deliver(intent)
        super.onCreate(savedInstanceState)
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() = backPressed()
        })
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        deliver(intent)
    }

    override fun onResume() {
        super.onResume()
        inFront = true
        applyShield()
    }

    override fun onPause() {
        inFront = false
        super.onPause()
    }

    /** From the edges of the screen, and from the keyboard, the page keeps away: no field is ever covered. */
    override fun onWebViewCreate(webView: WebView) {
        // Until the page has drawn, the window's own colour shows, light or dark, and not white.
        webView.setBackgroundColor(Color.TRANSPARENT)
        val covering = WindowInsetsCompat.Type.systemBars() or
            WindowInsetsCompat.Type.displayCutout() or WindowInsetsCompat.Type.ime()
        ViewCompat.setOnApplyWindowInsetsListener(webView, OnApplyWindowInsetsListener { view: View, insets ->
            val edges = insets.getInsets(covering)
            (view.layoutParams as? MarginLayoutParams)?.let {
                it.setMargins(edges.left, edges.top, edges.right, edges.bottom)
                view.layoutParams = it
            }
            WindowInsetsCompat.CONSUMED
        })
    }

    /** The link of a mail. One that the system kept to bring the app back from its list of recent apps is an old one. */
    private fun deliver(intent: Intent) {
        val again = intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0
        if (intent.action == Intent.ACTION_VIEW && !again) intent.dataString?.let { linkOpened(it) }
    }

    /** Keeps the window out of screenshots, recordings and the list of recent apps, or no longer. */
    fun shield(hidden: Boolean) = runOnUiThread {
        shielded = hidden
        // Behind other apps the page does not draw: what it showed last may still be the password.
        if (hidden || inFront) applyShield()
    }

    private fun applyShield() = if (shielded) window.addFlags(FLAG_SECURE) else window.clearFlags(FLAG_SECURE)

    /** Whether there is a mail app that can be opened. */
    fun hasMailApp(): Boolean = mailApp() != null

    /** Opens the mail app as from the home screen; whether there is one. */
    fun openMailApp(): Boolean = mailApp()?.let { open(it) } ?: false

    /** Opens a page in the browser, or a new message in the mail app; whether there is such an app. */
    fun openLink(address: String): Boolean {
        val action = if (address.startsWith("mailto:")) Intent.ACTION_SENDTO else Intent.ACTION_VIEW
        return open(Intent(action, Uri.parse(address)))
    }

    private fun open(intent: Intent): Boolean = try {
        startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
        true
    } catch (nobody: ActivityNotFoundException) {
        false
    }

    /** The app that says it is for mail, or else the one that mail addresses are opened with. */
    private fun mailApp(): Intent? {
        val ofItsKind = Intent.makeMainSelectorActivity(Intent.ACTION_MAIN, Intent.CATEGORY_APP_EMAIL)
        if (ofItsKind.resolveActivity(packageManager) != null) return ofItsKind
        val writer = Intent(Intent.ACTION_SENDTO, Uri.parse("mailto:")).resolveActivity(packageManager)
        return writer?.let { packageManager.getLaunchIntentForPackage(it.packageName) }
    }

    private val clipboard get() = getSystemService(Context.CLIPBOARD_SERVICE) as ClipboardManager

    /** When the clipboard was filled last, in milliseconds. Its description may be read without Android telling of it. */
    fun clipboardChange(): Long = clipboard.primaryClipDescription?.timestamp ?: 0

    /** Empties the clipboard, without a look at what it holds: Android would tell the person of that. */
    fun emptyClipboard() = clipboard.clearPrimaryClip()

    /** Goes behind the app that was there before; the flow stays as it is. */
    fun stepAside() = runOnUiThread { moveTaskToBack(true) }

    /** The languages of the person, the dearest first: BCP 47 tags with commas between them. */
    fun languages(): String = resources.configuration.locales.toLanguageTags()

    /** The folder that is this app's alone. */
    fun dataFolder(): String = filesDir.path

    private external fun attach()
    private external fun linkOpened(link: String)
    private external fun backPressed()
}
