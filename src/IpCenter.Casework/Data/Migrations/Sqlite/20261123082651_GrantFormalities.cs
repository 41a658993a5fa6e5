using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GrantFormalities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "GrantNoticeOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegisteredOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RegistrationToldAt",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_OfficeNumber",
                table: "Applications",
                column: "OfficeNumber",
                unique: true,
                filter: "\"OfficeNumber\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_OfficeNumber",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "GrantNoticeOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RegisteredOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RegistrationToldAt",
                table: "Applications");
        }
    }
}
