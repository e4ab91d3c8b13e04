'use strict';
(() => {
  const bar = document.getElementById('filter');
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const findings = [...document.querySelectorAll('.finding')];
  const rows = [...document.querySelectorAll('tbody tr')];
  const boxes = [...bar.querySelectorAll('input[type=checkbox]')];
  const texts = new Map([...findings, ...rows].map(each => [each, each.textContent.toLowerCase()]));

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(boxes.filter(box => box.checked).map(box => box.value));
    let count = 0;
    for (const finding of findings) {
      const kind = finding.dataset.state === 'new' ? finding.dataset.severity : 'silenced';
      const visible = wanted.has(kind) && words.every(word => texts.get(finding).includes(word));
      finding.hidden = !visible;
      count += visible ? 1 : 0;
    }
    for (const row of rows) {
      row.hidden = !words.every(word => texts.get(row).includes(word));
    }
    shown.textContent = `${count} of ${findings.length} shown`;
  };

  const step = direction => {
    const visible = findings.filter(finding => !finding.hidden);
    const at = visible.indexOf(document.activeElement);
    const next = visible[at < 0 && direction < 0 ? visible.length - 1 : at + direction];
    if (next) {
      next.focus();
    }
  };

  const toggle = index => {
    if (boxes[index]) {
      boxes[index].checked = !boxes[index].checked;
      apply();
    }
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.target === search) {
      if (event.key === 'Escape') {
        search.value = '';
        search.blur();
        apply();
      }
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'j') {
      step(1);
    } else if (event.key === 'k') {
      step(-1);
    } else if (event.key >= '1' && event.key <= '4') {
      toggle(Number(event.key) - 1);
    }
  });

  search.addEventListener('input', apply);
  boxes.forEach(box => box.addEventListener('change', apply));
  bar.hidden = false;
  apply();
})();
