"""The stages, composed. No stage calls another; only the modules of this package know more than one.

``document`` makes TEI of one source, ``check`` judges one TEI file, ``build`` does both for an edition and publishes it.
"""
