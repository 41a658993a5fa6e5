namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Documents of an application. Pictures and brief description are seen from the facts themselves.</summary>
public enum DocumentKind
{
    /// <summary>请求书</summary>
    Request,

    /// <summary>专利代理委托书</summary>
    PowerOfAttorney,

    /// <summary>在先申请文件副本</summary>
    PriorityCopy,

    /// <summary>不丧失新颖性的证明文件</summary>
    GracePeriodProof,

    /// <summary>预审承诺书</summary>
    PromiseLetter,
}
