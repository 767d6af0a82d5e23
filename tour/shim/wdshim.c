/* Preloaded into the app by the window tests: opens its web view to WebKitWebDriver.
 *
 * A web view takes part in automation only if it was built with "is-controlled-by-automation", a
 * construct-only property, and only if its context allows automation. The app sets neither, and must not.
 * So this object stands before the one GObject call that every glib-rs object is built with, adds the
 * property where a WebKitWebView is built, and hands that view to the automation session.
 *
 * It is not linked to WebKit: processes without WebKit (the shell of xdg-open) load it too.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
#include <webkit2/webkit2.h>

#define MOST_PROPERTIES 64
static const char CONTROLLED[] = "is-controlled-by-automation";

typedef GObject *(*object_builder)(GType, guint, const char *[], const GValue[]);

static WebKitWebView *give_view(WebKitAutomationSession *session, gpointer view) {
  (void)session;
  return WEBKIT_WEB_VIEW(view);
}

static void session_started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer view) {
  (void)context;
  g_signal_connect_object(session, "create-web-view", G_CALLBACK(give_view), view, 0);
}

static void open_to_automation(GObject *view) {
  WebKitWebContext *context = webkit_web_view_get_context(WEBKIT_WEB_VIEW(view));
  webkit_web_context_set_automation_allowed(context, TRUE);
  g_signal_connect_object(context, "automation-started", G_CALLBACK(session_started), view, 0);
}

/* Zero until some code of this process has asked for the type, which whoever builds a view has done. */
static gboolean is_web_view(GType type) {
  GType web_view = g_type_from_name("WebKitWebView");
  return web_view != 0 && g_type_is_a(type, web_view);
}

/* A release build forgets the variable through which it would be driven. Whoever preloads an object into a program
 * can do with it what he likes: here, measure it. */
int unsetenv(const char *name) {
  static int (*forget)(const char *);
  if (strcmp(name, "WEBKIT_INSPECTOR_SERVER") == 0)
    return 0;
  if (forget == NULL)
    forget = (int (*)(const char *))dlsym(RTLD_NEXT, "unsetenv");
  return forget(name);
}

GObject *g_object_new_with_properties(GType type, guint count, const char *names[], const GValue values[]) {
  static object_builder build;
  if (build == NULL)
    build = (object_builder)dlsym(RTLD_NEXT, "g_object_new_with_properties");
  if (!is_web_view(type) || count >= MOST_PROPERTIES)
    return build(type, count, names, values);

  GValue yes = G_VALUE_INIT;
  g_value_init(&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean(&yes, TRUE);

  /* The builder may have said FALSE, and a construct property may be named only once. */
  const char *all_names[MOST_PROPERTIES];
  GValue all_values[MOST_PROPERTIES];
  guint kept = 0;
  for (guint i = 0; i < count; i++) {
    if (strcmp(names[i], CONTROLLED) == 0)
      continue;
    all_names[kept] = names[i];
    all_values[kept] = values[i]; /* borrowed for the call: the caller frees them */
    kept++;
  }
  all_names[kept] = CONTROLLED;
  all_values[kept] = yes;
  kept++;

  GObject *view = build(type, kept, all_names, all_values);
  g_value_unset(&yes);
  open_to_automation(view);
  return view;
}
