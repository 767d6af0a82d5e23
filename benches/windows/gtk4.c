// The two forms of page.html as a window of GTK 4 and libadwaita.
//   cc -O2 gtk4.c -o gtk4 $(pkg-config --cflags --libs libadwaita-1)
#include <adwaita.h>

static void add_form(GtkBox *box, const char *label, GtkWidget *field, const char *action) {
    GtkWidget *button = gtk_button_new_with_label(action);
    gtk_widget_add_css_class(button, "main");
    gtk_box_append(box, gtk_label_new(label));
    gtk_box_append(box, field);
    gtk_box_append(box, button);
}

static void open_window(GtkApplication *app) {
    GtkCssProvider *styles = gtk_css_provider_new();
    const char *rules = "button.main { background: #0b5c55; color: #fff; padding: 1em 4em; border-radius: 0; }";
    gtk_css_provider_load_from_data(styles, rules, -1);
    gtk_style_context_add_provider_for_display(gdk_display_get_default(), GTK_STYLE_PROVIDER(styles),
                                               GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    GtkBox *box = GTK_BOX(gtk_box_new(GTK_ORIENTATION_VERTICAL, 12));
    gtk_box_append(box, adw_header_bar_new());
    gtk_box_append(box, gtk_label_new("Forgot your password?"));
    add_form(box, "Email address", gtk_entry_new(), "Send reset email");
    add_form(box, "New password", gtk_password_entry_new(), "Change password");
    GtkWidget *window = adw_application_window_new(app);
    gtk_window_set_default_size(GTK_WINDOW(window), 520, 740);
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), GTK_WIDGET(box));
    gtk_window_present(GTK_WINDOW(window));
}

int main(int count, char **arguments) {
    AdwApplication *app = adw_application_new("app.latchkey.Compared", G_APPLICATION_NON_UNIQUE);
    g_signal_connect(app, "activate", G_CALLBACK(open_window), NULL);
    return g_application_run(G_APPLICATION(app), count, arguments);
}
