"""Meeting packets (会議資料): one plan of pages, from which the page, the PDF and the offline copy are made alike."""
