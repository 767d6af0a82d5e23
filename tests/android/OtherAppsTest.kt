package app.latchkey.test

import android.content.ClipData
import android.content.ClipboardManager
import android.content.ComponentName
import android.content.Intent
import android.content.IntentFilter
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.robolectric.Shadows.shadowOf

class OtherAppsTest : Activity() {
    private fun install(action: String, vararg categories: String, scheme: String? = null) {
        val component = ComponentName("mail.example", "mail.example.Main")
        val filter = IntentFilter(action)
        categories.forEach(filter::addCategory)
        scheme?.let(filter::addDataScheme)
        shadowOf(context.packageManager).addActivityIfNotPresent(component)
        shadowOf(context.packageManager).addIntentFilterForActivity(component, filter)
    }

    /** Robolectric resolves the intent by its own category, LAUNCHER, and not by its selector. */
    @Test fun `the mail app opens where it was left`() {
        install(Intent.ACTION_MAIN, Intent.CATEGORY_DEFAULT, Intent.CATEGORY_LAUNCHER, Intent.CATEGORY_APP_EMAIL)
        val activity = start().get()
        assertTrue(activity.hasMailApp())
        assertTrue(activity.openMailApp())
        val opened = shadowOf(activity).nextStartedActivity
        assertEquals(Intent.ACTION_MAIN, opened.action)
        assertEquals(setOf(Intent.CATEGORY_APP_EMAIL), opened.selector!!.categories)
        assertTrue(opened.flags and Intent.FLAG_ACTIVITY_NEW_TASK != 0)
    }

    @Test fun `a mail app that is in no category is found by the addresses that it opens`() {
        install(Intent.ACTION_SENDTO, Intent.CATEGORY_DEFAULT, scheme = "mailto")
        install(Intent.ACTION_MAIN, Intent.CATEGORY_LAUNCHER)
        val activity = start().get()
        assertTrue(activity.openMailApp())
        val opened = shadowOf(activity).nextStartedActivity
        assertEquals("mail.example", opened.component!!.packageName)
        assertEquals("no new message", Intent.ACTION_MAIN, opened.action)
    }

    @Test fun `without a mail app there is nothing to open`() {
        val activity = start().get()
        assertFalse(activity.hasMailApp() || activity.openMailApp())
    }

    @Test fun `pages open in the browser and addresses in the mail app`() {
        val activity = start().get()
        val actions = mapOf("https://help.example/" to Intent.ACTION_VIEW, "mailto:a@b.example" to Intent.ACTION_SENDTO)
        for ((address, action) in actions) {
            assertTrue(activity.openLink(address))
            val opened = shadowOf(activity).nextStartedActivity
            assertEquals(action to address, opened.action to opened.dataString)
        }
    }

    @Test fun `a phone without a browser says so`() {
        shadowOf(org.robolectric.RuntimeEnvironment.getApplication()).checkActivities(true)
        assertFalse(start().get().openLink("https://help.example/"))
    }

    @Test fun `the clipboard is emptied after its content was used`() {
        val activity = start().get()
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        assertEquals(0, activity.clipboardChange())
        clipboard.setPrimaryClip(ClipData.newPlainText("", "123456"))
        assertTrue(activity.clipboardChange() > 0)
        activity.emptyClipboard()
        assertFalse(clipboard.hasPrimaryClip())
    }
}
