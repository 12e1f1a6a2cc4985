"""The style of the page of findings, on a screen and on paper."""

from __future__ import annotations

STYLE = """
body{font:16px/1.8 "BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif;
color:#1b1f24;background:#fdfcfa;max-width:62rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.1rem;border-bottom:1px solid #d9d6cf;margin:0 0 .6rem;
break-after:avoid}section{margin-top:2.5rem}a{color:#0b4f8a}p{margin:0}.how{color:#444;font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.6;margin:.8rem 0}
caption{text-align:left;font-weight:600;padding-bottom:.2rem}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.25rem .6rem;border-bottom:1px solid #e6e3dc}
thead th{color:#444;white-space:nowrap;border-bottom-color:#8d8a84}tr{break-inside:avoid}
.overview{margin-top:1.5rem}.overview td:nth-child(2){min-width:18rem}.overview thead th:nth-child(n+3){text-align:right}
.n{text-align:right}.n.error{color:#7a2e00;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0 0 .8rem;font-size:.9rem}
dt{color:#444}dd{margin:0}
ul{padding:0;margin:1rem 0 0}li{margin:0 0 1.2rem;padding-left:1.8rem;list-style:none;break-inside:avoid}
input{width:1.05rem;height:1.05rem;margin:0 .75rem 0 -1.8rem;vertical-align:-.15em}
li:has(:checked){opacity:.6}
@media screen and (max-width:40rem){body{margin:1rem auto}dl{grid-template-columns:1fr}dd{margin:0 0 .3rem}
.overview thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.overview,.overview :is(caption,tbody,tr,th,td){display:block}.overview tr{border-bottom:1px solid #e6e3dc;padding:.5rem 0}
.overview :is(th,td){border:0;padding:0}.overview td:nth-child(2){min-width:0;color:#444}
.overview .n{display:inline;text-align:left;margin-right:1rem}.overview .n:empty{display:none}
.overview .n::before{content:attr(data-name)" "}}
.severity{font-weight:600;border:1px solid;border-radius:4px;padding:0 .4em;margin-right:.4em;white-space:nowrap}
.error .severity{background:#7a2e00;color:#fff}.place{color:#444;font-size:.9rem}
@media print{@page{margin:16mm}body{max-width:none;margin:0;padding:0;background:#fff;font-size:10.5pt;line-height:1.6}
a{color:inherit;text-decoration:none}.how{display:none}li:has(:checked){opacity:1}
.error .severity{background:#fff;color:#000}thead{display:table-header-group}.overview td:nth-child(2){min-width:12rem}}
"""
