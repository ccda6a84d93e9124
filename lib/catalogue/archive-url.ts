/**
 * The address of the Internet Archive's copy of `url` nearest to a day.
 * @param isoDay the day wanted, such as the one on which the reading was listed.
 * Source of the form: `web.archive.org/web/<yyyymmdd>/<address>`, which leads to the nearest capture.
 */
export function archiveUrl(url: string, isoDay: string): string {
  return `https://web.archive.org/web/${isoDay.replaceAll('-', '')}/${url}`
}
