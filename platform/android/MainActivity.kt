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

// wry's Logger.kt uses this name to find out whether this is a debug build.
typealias BuildConfig = app.latchkey.Latchkey.BuildConfig

/**
 * The app's only activity on Android: the web view that dx and wry create, and what Rust needs from the system.
 *
 * The `external` functions report links and the back button to Rust. Rust calls the public functions by name
 * (src/platform/android.rs); keep.pro keeps them in a release. Rust makes the decisions.
 */
class MainActivity : WryActivity() {
    // The flow decides where "back" leads; the web view has no history.
    override val handleBackNavigation: Boolean = false

    companion object {
        init {
            // Before `attach`. The classes of Dioxus 0.8 load it later; loading it twice changes nothing.
            System.loadLibrary("main")
        }
    }

    private var inFront = false
    private var contentProtected = false

    override fun onCreate(savedInstanceState: Bundle?) {
        attach()
        // Before Rust starts, so that the link is in the inbox when the app first reads it.
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
        applyContentProtection()
    }

    override fun onPause() {
        inFront = false
        super.onPause()
    }

    /** Keeps the page away from the screen's edges and the keyboard, so that no field is covered. */
    override fun onWebViewCreate(webView: WebView) {
        // Shows the window's own colour, light or dark, instead of white until the page has rendered.
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

    /** Delivers the link of an email. A link that the system repeats from its list of recent apps is old and ignored. */
    private fun deliver(intent: Intent) {
        val isOld = intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0
        if (intent.action == Intent.ACTION_VIEW && !isOld) intent.dataString?.let { linkOpened(it) }
    }

    /** Hides the window from screenshots, recordings and the list of recent apps, or shows it again. */
    fun setContentProtection(hidden: Boolean) = runOnUiThread {
        contentProtected = hidden
        // In the background the page does not render: its last frame may still show the password.
        if (hidden || inFront) applyContentProtection()
    }

    private fun applyContentProtection() = if (contentProtected) window.addFlags(FLAG_SECURE) else window.clearFlags(FLAG_SECURE)

    /** Returns whether there is a mail app that can be opened. */
    fun hasMailApp(): Boolean = mailApp() != null

    /** Opens the mail app as from the home screen. Returns false if there is none. */
    fun openMailApp(): Boolean = mailApp()?.let { open(it) } ?: false

    /** Opens a page in the browser, or a new message in the mail app. Returns false if there is no such app. */
    fun openLink(address: String): Boolean {
        val action = if (address.startsWith("mailto:")) Intent.ACTION_SENDTO else Intent.ACTION_VIEW
        return open(Intent(action, Uri.parse(address)))
    }

    private fun open(intent: Intent): Boolean = try {
        startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
        true
    } catch (notFound: ActivityNotFoundException) {
        false
    }

    /** The app in the category for email, or otherwise the one that opens mail addresses. */
    private fun mailApp(): Intent? {
        val byCategory = Intent.makeMainSelectorActivity(Intent.ACTION_MAIN, Intent.CATEGORY_APP_EMAIL)
        if (byCategory.resolveActivity(packageManager) != null) return byCategory
        val composer = Intent(Intent.ACTION_SENDTO, Uri.parse("mailto:")).resolveActivity(packageManager)
        return composer?.let { packageManager.getLaunchIntentForPackage(it.packageName) }
    }

    private val clipboard get() = getSystemService(Context.CLIPBOARD_SERVICE) as ClipboardManager

    /** When the clipboard was last changed, in milliseconds. Android shows no notice for reading the description. */
    fun clipboardChange(): Long = clipboard.primaryClipDescription?.timestamp ?: 0

    /** Clears the clipboard without reading it, because Android would show a notice. */
    fun emptyClipboard() = clipboard.clearPrimaryClip()

    /** Moves the app behind the previous one; the flow is unchanged. */
    fun moveToBackground() = runOnUiThread { moveTaskToBack(true) }

    /** The user's languages in order of preference, as BCP 47 tags separated by commas. */
    fun languages(): String = resources.configuration.locales.toLanguageTags()

    /** This app's private folder. */
    fun dataFolder(): String = filesDir.path

    private external fun attach()
    private external fun linkOpened(link: String)
    private external fun backPressed()
}
