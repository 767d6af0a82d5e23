"""page.html in Qt WebEngine. Needs PySide6-Essentials and PySide6-Addons, from PyPI."""

import os
import pathlib
import sys

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

# Chromium's sandbox cannot run as root.
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1" if os.geteuid() == 0 else "0")
app = QApplication(sys.argv)
view = QWebEngineView()
view.resize(520, 740)
view.load(QUrl.fromLocalFile(pathlib.Path(__file__).with_name("page.html").resolve()))
view.show()
sys.exit(app.exec())
