package app.latchkey.test

import android.content.Intent
import android.content.Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY
import android.content.pm.ActivityInfo
import android.content.pm.PackageManager.MATCH_DEFAULT_ONLY
import android.net.Uri
import dev.dioxus.main.MainActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertSame
import org.junit.Test

class LinksTest : Activity() {
    @Test fun `a link that opens the app is known before Rust starts`() {
        start(tapped("$HTTPS_LINK#part"))
        assertEquals(listOf("attach", "link $HTTPS_LINK#part", "start"), Rust.heard)
    }

    @Test fun `the icon opens no link`() {
        start()
        assertEquals(listOf("attach", "start"), Rust.heard)
    }

    @Test fun `links into the open app reach the same activity`() {
        val running = start(tapped(HTTPS_LINK))
        val before = running.get()
        running.pause().newIntent(tapped(SCHEME_LINK)).resume().pause().newIntent(launched()).resume()
        assertSame(before, running.get())
        assertEquals(listOf(HTTPS_LINK, SCHEME_LINK), Rust.links())
        assertEquals("started once", 1, Rust.heard.count { it == "start" })
    }

    @Test fun `a link from the list of recent apps is old`() {
        start(tapped(HTTPS_LINK).addFlags(FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY))
            .newIntent(tapped(SCHEME_LINK).addFlags(FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY))
        assertEquals(emptyList<String>(), Rust.links())
    }

    @Test fun `an intent with another action is no link`() {
        start(tapped(HTTPS_LINK).setAction(Intent.ACTION_SEND)).newIntent(Intent(Intent.ACTION_VIEW))
        assertEquals(emptyList<String>(), Rust.links())
    }

    @Test fun `the system keeps one activity in a task of its own`() {
        val component = launched().component!!
        val info = context.packageManager.getActivityInfo(component, 0)
        assertEquals(ActivityInfo.LAUNCH_SINGLE_TASK, info.launchMode)
        assertNull("another app could put its window into our task", info.taskAffinity)
    }

    private fun opener(link: String): String? {
        val intent = Intent(Intent.ACTION_VIEW, Uri.parse(link)).addCategory(Intent.CATEGORY_BROWSABLE)
        return context.packageManager.resolveActivity(intent, MATCH_DEFAULT_ONLY)?.activityInfo?.name
    }

    @Test fun `Android resolves our links, and no others, to the activity`() {
        for (link in listOf(HTTPS_LINK, SCHEME_LINK, "latchkey://reset-password#token=a")) {
            assertEquals(link, MainActivity::class.java.name, opener(link))
        }
        for (link in listOf(
            "http://recover.latchkey.example/reset-password?token=a", "https://recover.latchkey.example/",
            "https://elsewhere.example/reset-password?token=a", "latchkey://elsewhere?token=a", "mailto:a@b.example",
        )) assertNull(link, opener(link))
    }
}
