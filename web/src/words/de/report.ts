export const report = {
  loading: 'Bericht wird geladen',
  inputs: 'Eingaben',
  noInputs: 'Dieser Bericht braucht keine Eingaben.',
  run: 'Ausführen',
  email: 'Per E-Mail benachrichtigen, wenn er fertig ist und ich nicht da bin',
  cancel: 'Abbrechen',
  shortcut: (key: string) => `Ausführen mit ${key}`,
  copyLink: 'Link kopieren',
  copied: 'Der Link ist kopiert',
  copyFailed: 'Der Link konnte nicht kopiert werden',
  compare: 'Nebeneinander öffnen',
  source: 'Quelle',
  result: 'Ergebnis',
  notRunTitle: 'Noch kein Lauf',
  notRun:
    'Wählen Sie die Eingaben und klicken Sie auf „Ausführen“. Sie können die Seite inzwischen verlassen; der Lauf geht weiter.',
  unknownTitle: 'Dieser Link enthält mehr, als der Bericht kennt',
  unknown: (names: string[]) =>
    `Eine Eingabe namens ${names.join(', ')} gibt es nicht; darum wurde nichts ausgeführt. Prüfen Sie die Eingaben und klicken Sie auf „Ausführen“.`,
  changed: 'Die Eingaben haben sich seit diesem Lauf geändert.',
};
