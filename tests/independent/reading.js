/* Words in the article that a reader cannot see and has no way to open: neither folded away by <details>, nor shown in
   another form on this width, nor a help that only scripts make work. Only to be run by the tests. */
() => {
  const excused = "details:not([open]), form[hidden], [data-when][hidden], [data-council-none][hidden], .c-wide-only, .c-narrow-only, rp, script, template, noscript, svg title, .sr-only";
  const lost = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (text && !parent.closest(excused) && !parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) lost.push(text.slice(0, 60));
  }
  return lost;
}
