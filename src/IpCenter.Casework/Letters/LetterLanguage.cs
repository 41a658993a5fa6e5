namespace IpCenter.Casework.Letters;

/// <summary>The Chinese letter counts; the English one goes with it for reading.</summary>
public enum LetterLanguage
{
    Chinese,
    English,
}
