/**
 * A topic's name where there is little room and its section stands beside it: without what is in brackets or quotes,
 * and without beginning with the section again ("Performance Optimization on Databases" in Performance: "Databases").
 */
export function shortTopicName(title: string, section: string): string {
  const plain = title.replaceAll(/\s*\([^)]*\)/g, '').replaceAll('"', '')
  if (!plain.startsWith(`${section} `)) return plain
  const rest = /^.*? (?:on|by) (?<rest>.+)$/.exec(plain)?.groups?.rest
  return rest ?? plain
}
