/** Of what is printed, while it stands in the page. */
export const PRINTED = 'campaign-letter-print';

/** What the printer gets is the letter and nothing of the page around it. */
export const LETTER_PRINT_STYLE = `
.${PRINTED}{display:none}
@media print{
body.${PRINTED}s>*{display:none!important}
body.${PRINTED}s>.${PRINTED}{display:block!important;white-space:pre-line;overflow-wrap:anywhere;font:12pt/1.5 Georgia,serif;color:#000;background:#fff}
.${PRINTED} p{margin:0 0 1.5cm}
}`;
