"""The parts of Word files and workbooks by the kind of relation that leads to them (ECMA-376, ISO/IEC 29500).

What is neither published nor known to be safe to leave out holds the paper back.
"""

from __future__ import annotations


def _kinds(words: str) -> frozenset[str]:
    return frozenset(words.split())


KEPT = _kinds(
    # Both.
    "officeDocument styles theme themeOverride image hyperlink chart chartUserShapes chartStyle chartColorStyle "
    "diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing "
    # Word.
    "numbering settings fontTable font footnotes endnotes header footer "
    # Workbooks.
    "worksheet chartsheet sharedStrings drawing"
)
LEFT_OUT = _kinds(
    # Who made it, when, with what, from what.
    "core-properties extended-properties custom-properties thumbnail people person usernames attachedTemplate "
    "printerSettings keyMapCustomizations attachedToolbars extensibility classificationlabels customProperty "
    "origin signature certificate webextensiontaskpanes webextension taskpanes "
    # What was said about it.
    "comments commentsExtended commentsIds commentsExtensible threadedComment vmlDrawing documenttasks revisionHeaders "
    # What stands behind it and is not shown.
    "customXml customXmlProps glossaryDocument webSettings stylesWithEffects calcChain externalLink externalLinkPath "
    "connections table queryTable pivotTable pivotCacheDefinition pivotCacheRecords xmlMaps sheetMetadata "
    "volatileDependencies slicer slicerCache timeline timelineCache "
    "rdRichValue rdRichValueStructure rdRichValueTypes rdArray rdSupportingPropertyBag richValueRel "
    "rdSupportingPropertyBagStructure richStyles FeaturePropertyBag namedSheetViews"
)
COMMENTS = _kinds("comments threadedComment")
EMBEDDED = _kinds(
    "package oleObject control activeXControlBinary ctrlProp vbaProject aFChunk subDocument audio video media model3d "
    "dialogsheet xlMacrosheet xlIntlMacrosheet mailMergeSource mailMergeHeaderSource recipientData"
)
STORIES = _kinds("officeDocument header footer footnotes endnotes")
PROPERTIES = _kinds("core-properties extended-properties custom-properties")
