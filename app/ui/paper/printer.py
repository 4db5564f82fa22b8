"""The system's printers. Loaded when somebody prints: nothing else needs Qt's room for printing."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.ui.paper.metric import Metric


def new_printer(metric: Metric, name: str) -> QPrinter:
    """The system's own choice, for pages of this size without margins; `name` stands in its list of jobs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    layout = QPageLayout(metric.page_size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setDocName(name)
    return printer


def printer_dialog(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """Which printer, how many copies, both sides; not open yet."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    return dialog
