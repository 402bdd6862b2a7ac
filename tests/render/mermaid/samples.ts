import { readFileSync } from 'node:fs';

export const sample = (name: string) =>
  readFileSync(new URL(`./samples/${name}.mmd`, import.meta.url), 'utf8');

/** Everything an author, or someone who writes as one, might try. */
export const hostile = {
  'tags in labels': `flowchart TD
    A["<script>alert(1)</script>hello <img src=x onerror=alert(2)>"] --> B["<b onclick='alert(3)'>bold</b>"]
    B --> C["<iframe src='https://evil.example/'></iframe><svg onload=alert(4)>"]
    C --> D["<style>@import url(https://evil.example/x.css)</style>styled"]`,
  'links and callbacks': `flowchart TD
    A[a] --> B[b] --> C[c] --> D[d] --> E[e]
    click A href "javascript:alert(1)" "tip<script>alert(2)</script>" _self
    click B call alert(3)
    click C href "https://example.com/ok" "safe"
    click D href "data:text/html,<script>alert(4)</script>"
    click E href "java#115;cript:alert(5)"`,
  'settings of its own': `%%{init: {"securityLevel":"loose","htmlLabels":true,"flowchart":{"htmlLabels":true},"themeCSS":"* { background: url(https://evil.example/css) } @import url(https://evil.example/i.css); </style><script>alert(9)</script>","fontFamily":"x;} body{display:none} .y{","themeVariables":{"primaryColor":"url(https://evil.example/p)"},"dompurifyConfig":{"ADD_TAGS":["script"]}}}%%
flowchart TD
    A["<script>alert(1)</script>x"] --> B[y]`,
  'settings in front matter': `---
config:
  securityLevel: loose
  theme: dark
  themeCSS: "svg { background: url(https://evil.example/css) }"
  secure: []
---
flowchart LR
    A --> B`,
  'styles that escape': `flowchart TD
    A[a] --> B[b] --> C[c]
    style A fill:url(https://evil.example/a.svg#x),stroke:red
    style B fill:red;background-image:url(//evil.example/b)
    classDef x fill:#f00,behavior:url(x.htc),stroke:expression(alert(1)),cursor:url(https://evil.example/c)
    classDef y fill:red}body{display:none}
    class C x`,
  'timeline text': `timeline
    title <script>alert(1)</script> T <img src=x onerror=alert(2)>
    section </text><script>alert(3)</script>
        a<script>alert(4)</script> : [x](javascript#58;alert(5)) : <a href="javascript:alert(6)">link</a> : </svg><img src=https://evil.example/x>`,
  'codes instead of tags': `flowchart TD
    A["#60;script#62;alert(1)#60;/script#62; #lt;img src=x onerror=alert(2)#gt; &lt;script&gt;alert(3)&lt;/script&gt;"]
    accTitle: x" onload="alert(4)
    accDescr: </desc><script>alert(5)</script>`,
  'sequence with links': `sequenceDiagram
    participant A as "><script>alert(1)</script>
    link A: Home @ javascript:alert(2)
    links A: {"Evil": "javascript:alert(3)", "Out": "https://evil.example/"}
    A->>A: <img src=x onerror=alert(4)>`,
  'class with callbacks': `classDiagram
    class Shape
    callback Shape "alert" "tip"
    link Shape "javascript:alert(1)" "tip"
    Shape : <script>alert(2)</script>`,
  'gantt with clicks': `gantt
    dateFormat YYYY-MM-DD
    title </svg><script>alert(1)</script>
    section <img src=x onerror=alert(2)>
    <b onmouseover=alert(3)>task</b> :a1, 2024-01-01, 3d
    click a1 href "javascript:alert(4)"
    click a1 call alert(5)`,
  'images and icons': `flowchart TD
    A@{ img: "https://evil.example/pixel.png", label: "img", w: 60, h: 60 }
    B@{ icon: "fa:user", form: "square", label: "icon" }
    A --> B`,
};
