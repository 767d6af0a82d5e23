package app.latchkey.test

import android.graphics.Rect
import android.os.Build.VERSION.SDK_INT
import android.view.View
import android.view.View.MeasureSpec.EXACTLY
import android.view.View.MeasureSpec.makeMeasureSpec
import androidx.core.graphics.Insets
import androidx.core.view.WindowInsetsCompat
import androidx.core.view.WindowInsetsCompat.Type
import org.junit.Assert.assertEquals
import org.junit.Test
import org.robolectric.util.ReflectionHelpers.ClassParameter.from
import org.robolectric.util.ReflectionHelpers.callInstanceMethod
import org.robolectric.util.ReflectionHelpers.getField

private const val WIDTH = 1080
private const val HEIGHT = 1920
private const val STATUS_BAR = 24
private const val NAVIGATION_BAR = 48
private const val CUTOUT = 30

class KeyboardTest : Activity() {
    /** The system reports the keyboard to the window. */
    private fun report(window: View, keyboard: Int) {
        if (SDK_INT >= 30) {
            val insets = WindowInsetsCompat.Builder().setInsets(Type.statusBars(), Insets.of(0, STATUS_BAR, 0, 0))
                .setInsets(Type.navigationBars(), Insets.of(0, 0, 0, NAVIGATION_BAR))
                .setInsets(Type.displayCutout(), Insets.of(CUTOUT, 0, 0, 0))
                .setInsets(Type.ime(), Insets.of(0, 0, 0, keyboard)).build()
            window.dispatchApplyWindowInsets(insets.toWindowInsets()!!)
        } else {
            val attached: Any = getField(window, "mAttachInfo")
            val bottom = maxOf(keyboard, NAVIGATION_BAR)
            getField<Rect>(attached, "mContentInsets").set(0, STATUS_BAR, 0, bottom)
            getField<Rect>(attached, "mVisibleInsets").set(0, STATUS_BAR, 0, bottom)
            getField<Rect>(attached, "mStableInsets").set(0, STATUS_BAR, 0, NAVIGATION_BAR)
            callInstanceMethod<Unit>(window.viewRootImpl, "dispatchApplyInsets", from(View::class.java, window))
        }
    }

    /** How far the page ends from each edge of the screen, where a keyboard of this height is shown. */
    private fun distances(running: Running, keyboard: Int): Insets {
        val window = running.get().window.decorView
        report(window, keyboard)
        window.measure(makeMeasureSpec(WIDTH, EXACTLY), makeMeasureSpec(HEIGHT, EXACTLY))
        window.layout(0, 0, WIDTH, HEIGHT)
        val (left, top) = IntArray(2).also(Rust.page::getLocationInWindow)
        return Insets.of(left, top, WIDTH - left - Rust.page.width, HEIGHT - top - Rust.page.height)
    }

    @Test fun `bars, cutout and keyboard cover nothing, and their heights do not add up`() {
        val running = start()
        val left = if (SDK_INT >= 30) CUTOUT else 0
        for ((keyboard, bottom) in listOf(0 to NAVIGATION_BAR, 600 to 600, 0 to NAVIGATION_BAR)) {
            assertEquals("keyboard of $keyboard", Insets.of(left, STATUS_BAR, 0, bottom), distances(running, keyboard))
        }
    }

    @Test fun `a web view that makes room for the keyboard itself does not do so again`() {
        assertEquals(600, distances(start(), 600).bottom + Rust.page.paddingBottom)
    }
}
