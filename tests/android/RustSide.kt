package app.latchkey.test

import android.view.View
import android.view.ViewGroup
import android.view.WindowInsets
import androidx.core.view.WindowInsetsCompat
import dev.dioxus.main.MainActivity
import dev.dioxus.main.RustWebView
import dev.dioxus.main.WryActivity
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.annotation.RealObject
import org.robolectric.shadow.api.Shadow.directlyOn
import org.robolectric.shadows.ShadowActivity
import org.robolectric.shadows.ShadowWebView
import org.robolectric.util.ReflectionHelpers.ClassParameter.from

/** In place of the library in Rust: what the activity reported to it, in order. */
object Rust {
    val heard = mutableListOf<String>()
    lateinit var page: RustWebView

    fun links() = heard.filter { it.startsWith("link ") }.map { it.removePrefix("link ") }
}

/** The functions of src/platform/android.rs. */
@Implements(MainActivity::class)
class Bridge : Start() {
    @Implementation fun attach() { Rust.heard += "attach" }
    @Implementation fun linkOpened(link: String) { Rust.heard += "link $link" }
    @Implementation fun backPressed() { Rust.heard += "back" }
}

/** wry creates the web view when the activity is created. */
@Implements(WryActivity::class)
open class Start : ShadowActivity() {
    @Implementation fun create(activity: WryActivity) {
        Rust.heard += "start"
        Rust.page = RustWebView(activity, arrayOf(), "page")
        activity.setWebView(Rust.page)
        activity.setContentView(Rust.page)
    }
}

/** A web view that fills its place, and makes room for the keyboard itself when it learns of one, as Chromium's does since version 144. */
@Implements(android.webkit.WebView::class)
class Page : ShadowWebView() {
    @RealObject private lateinit var view: View

    @Implementation fun onMeasure(width: Int, height: Int) = asView<Unit>("onMeasure", width, height)

    @Implementation fun setFrame(left: Int, top: Int, right: Int, bottom: Int): Boolean =
        asView("setFrame", left, top, right, bottom)

    @Implementation public override fun setLayoutParams(params: ViewGroup.LayoutParams) {
        val parameter = from(ViewGroup.LayoutParams::class.java, params)
        directlyOn<Unit, View>(view, View::class.java, "setLayoutParams", parameter)
    }

    private fun <T> asView(method: String, vararg numbers: Int): T =
        directlyOn(view, View::class.java, method, *numbers.map { from(Int::class.java, it) }.toTypedArray())

    @Implementation fun onApplyWindowInsets(insets: WindowInsets): WindowInsets {
        val keyboard = WindowInsetsCompat.toWindowInsetsCompat(insets).getInsets(WindowInsetsCompat.Type.ime())
        view.setPadding(0, 0, 0, keyboard.bottom)
        return insets
    }
}
