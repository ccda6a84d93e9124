/** What tells a browser how to search here (https://github.com/dewitt/opensearch, 1.1). `origin` has no slash at its end. */
export function openSearchXml(origin: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Loadpath</ShortName>
<Description>Readings by the engineers who run large systems</Description>
<Image width="32" height="32" type="image/x-icon">${origin}/favicon.ico</Image>
<Url type="text/html" template="${origin}/search?q={searchTerms}"/>
<Query role="example" searchTerms="rate limiting"/>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`
}
