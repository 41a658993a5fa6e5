using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

/// <summary>What somebody asks the register for.</summary>
public sealed record RegisterRequest(
    string? Words, QueryPicture? Picture, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets, DateOnly? From, DateOnly? To, int Page);

/// <summary>What was found, one page of it.</summary>
/// <param name="IsRebuilding">The index was found damaged and is built again: there is no answer until then.</param>
public sealed record RegisterAnswer(
    IReadOnlyList<RegisterRow> Rows, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, QueryProblem? Problem, bool IsRebuilding = false)
{
    public static RegisterAnswer Rebuilding { get; } = new([], 0, new Dictionary<string, IReadOnlyList<FacetCount>>(), null, IsRebuilding: true);
}

/// <summary>Asks the index as the viewer: what the viewer may not find is not there, neither as a row nor in a count.</summary>
public sealed class RegisterSearch(DesignIndex index, RegisterRows rows, CurrentPerson me)
{
    public const int PageSize = 20;

    private const int MostTyped = 50, MostSuggestions = 8;

    public async Task<RegisterAnswer> RunAsync(RegisterRequest request, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var query = new SearchQuery
        {
            Audiences = viewer.Audiences,
            Words = request.Words,
            Images = request.Picture is { } picture ? [picture.Features] : [],
            ExcludeId = request.Picture?.ExcludeId,
            Facets = request.Facets,
            From = request.From,
            To = request.To,
            Skip = (request.Page - 1) * PageSize,
            Limit = PageSize,
        };
        if (Ask(query, ct) is not { } result)
            return RegisterAnswer.Rebuilding;
        return new(await rows.ReadAsync(result.Hits, viewer, ct), result.Total, result.Facets, result.Problem);
    }

    /// <summary>Titles that fit what was typed so far.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string typed, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        try
        {
            return index.Index.Suggest(typed[..Math.Min(typed.Length, MostTyped)], viewer.Audiences, MostSuggestions);
        }
        catch (IndexUnavailableException)
        {
            return [];
        }
    }

    private SearchResult? Ask(SearchQuery query, CancellationToken ct)
    {
        try
        {
            return index.Index.Search(query, ct);
        }
        catch (IndexUnavailableException)
        {
            // The host of the index has been told by it, and builds it again.
            return null;
        }
    }
}
